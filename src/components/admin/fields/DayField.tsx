'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { DayInput } from './DayInput'

/** A calendar day in the generated forms. */
export const DayField: TextFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { value, setValue, showError, disabled, path } = useField<string>({
    potentiallyStalePath: given,
  })
  const id = `field-${path.replaceAll('.', '__')}`
  const isFixed = Boolean(readOnly || disabled || field.admin?.readOnly)
  return (
    <div
      className={`field-type text ${field.admin?.className ?? ''} ${showError ? 'error' : ''} ${isFixed ? 'read-only' : ''}`}
    >
      <FieldLabel htmlFor={id} label={field.label} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <DayInput
          id={id}
          isDisabled={isFixed}
          isRequired={field.required}
          name={path}
          onChange={setValue}
          value={value ?? ''}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

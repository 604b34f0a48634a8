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
  return (
    <div className={`field-type text ${showError ? 'error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <DayInput
          id={id}
          isDisabled={Boolean(readOnly || disabled || field.admin?.readOnly)}
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

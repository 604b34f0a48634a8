'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import { MoneyInput } from './MoneyInput'

/** An amount of money in the generated forms; stored as whole cents. */
export const MoneyField: NumberFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { value, setValue, showError, disabled, path } = useField<number | string | null>({
    potentiallyStalePath: given,
  })
  const id = `field-${path.replaceAll('.', '__')}`
  const isFixed = Boolean(readOnly || disabled || field.admin?.readOnly)
  return (
    <div
      className={`field-type number ${field.admin?.className ?? ''} ${showError ? 'error' : ''} ${isFixed ? 'read-only' : ''}`}
    >
      <FieldLabel htmlFor={id} label={field.label} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <MoneyInput
          id={id}
          isDisabled={isFixed}
          isRequired={field.required}
          name={path}
          onChange={setValue}
          value={value ?? null}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

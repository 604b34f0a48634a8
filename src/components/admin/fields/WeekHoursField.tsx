'use client'
import { FieldDescription, FieldError, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { type WeekHours, weekHoursIn } from '@/src/domain/scheduling/weekHours'
import { WeekHoursInput } from './WeekHoursInput'

/** Opening hours in the generated forms. */
export const WeekHoursField: JSONFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { value, setValue, showError, disabled, path } = useField<WeekHours | null>({
    potentiallyStalePath: given,
  })
  return (
    <div className={`field-type ${showError ? 'error' : ''}`}>
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <WeekHoursInput
          id={`field-${path.replaceAll('.', '__')}`}
          isDisabled={Boolean(readOnly || disabled || field.admin?.readOnly)}
          label={typeof field.label === 'string' ? field.label : field.name}
          onChange={setValue}
          value={weekHoursIn(value)}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

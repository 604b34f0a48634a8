'use client'
import type { ActionField } from '@/hooks/actions/define'
import { weekHoursIn } from '@/src/domain/scheduling/weekHours'
import { DayInput } from '../fields/DayInput'
import { MoneyInput } from '../fields/MoneyInput'
import { WeekHoursInput } from '../fields/WeekHoursInput'
import { ChoicesInput } from './ChoicesInput'
import { DateTimeInput } from './DateTimeInput'
import { RelationInput } from './RelationInput'
import type { FieldValue } from './types'

type Props = {
  field: ActionField
  id: string
  value: FieldValue
  onChange: (value: FieldValue) => void
  error?: string
}

// Of all staff only these see patients.
const clinicians = { 'where[roles][in]': 'clinician,intern', 'where[isActive][equals]': 'true' }

const text = (value: FieldValue): string => (value === null ? '' : String(value))

const Control = ({ field, id, value, onChange, describedBy }: Props & { describedBy?: string }) => {
  const shared = { id, isRequired: field.isRequired, describedBy }
  const plain = {
    'aria-describedby': describedBy,
    className: 'ops-input',
    id,
    required: field.isRequired,
    value: text(value),
  }
  switch (field.type) {
    case 'textarea':
      return <textarea {...plain} onChange={(event) => onChange(event.target.value)} rows={4} />
    case 'select':
      return (
        <select {...plain} onChange={(event) => onChange(event.target.value)}>
          <option value="">Choose</option>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    case 'number':
      return <input {...plain} onChange={(event) => onChange(event.target.value)} type="number" />
    case 'money':
      return (
        <MoneyInput
          {...shared}
          onChange={onChange}
          value={typeof value === 'number' ? value : text(value)}
        />
      )
    case 'day':
      return <DayInput {...shared} onChange={onChange} value={text(value)} />
    case 'datetime':
      return <DateTimeInput {...shared} onChange={onChange} value={text(value)} />
    case 'relationship':
      return (
        <RelationInput
          {...shared}
          onChange={onChange}
          filter={field.name === 'clinician' ? clinicians : undefined}
          relationTo={field.relationTo ?? ''}
          value={text(value)}
        />
      )
    default:
      return (
        <input
          {...plain}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          type="text"
        />
      )
  }
}

/** One question of an action: label above, help under it, what is wrong beside it. */
export const ActionFieldInput = (props: Props) => {
  const { field, id, value, onChange, error } = props
  const helpId = field.help ? `${id}-help` : null
  const errorId = error ? `${id}-error` : null
  const describedBy = [helpId, errorId].filter(Boolean).join(' ') || undefined
  const help = helpId ? (
    <span className="ops-help" id={helpId}>
      {field.help}
    </span>
  ) : null
  const wrong = errorId ? (
    <span className="ops-error" id={errorId}>
      {error}
    </span>
  ) : null
  if (field.type === 'checkbox') {
    return (
      <div className="ops-field ops-field--check">
        <input
          aria-describedby={describedBy}
          checked={value === true}
          id={id}
          onChange={(event) => onChange(event.target.checked)}
          type="checkbox"
        />
        <label htmlFor={id}>{field.label}</label>
        {help}
        {wrong}
      </div>
    )
  }
  // Their boxes have labels of their own.
  if (field.type === 'choices' || field.type === 'weekHours') {
    return (
      <div className="ops-field">
        {field.type === 'choices' ? (
          <ChoicesInput {...{ field, id, describedBy, onChange }} value={text(value)} />
        ) : (
          <WeekHoursInput
            {...{ id, describedBy, onChange }}
            label={field.label}
            value={weekHoursIn(value)}
          />
        )}
        {help}
        {wrong}
      </div>
    )
  }
  return (
    <div className="ops-field">
      <label htmlFor={id}>
        {field.label}
        {field.isRequired ? null : <span className="ops-muted"> (optional)</span>}
      </label>
      {help}
      <Control {...props} describedBy={describedBy} />
      {wrong}
    </div>
  )
}

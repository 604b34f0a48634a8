'use client'
import type { ActionField } from '@/hooks/actions/define'

type Props = {
  field: ActionField
  id: string
  /** Values of what is chosen, separated by spaces. */
  value: string
  onChange: (value: string) => void
  describedBy?: string
}

/** Several of the options, each a box. */
export const ChoicesInput = ({ field, id, value, onChange, describedBy }: Props) => {
  const chosen = value.split(' ').filter(Boolean)
  const options = field.options ?? []
  const toggle = (option: string): void => {
    const next = chosen.includes(option)
      ? chosen.filter((each) => each !== option)
      : [...chosen, option]
    onChange(
      options
        .map((each) => each.value)
        .filter((each) => next.includes(each))
        .join(' '),
    )
  }
  return (
    <fieldset aria-describedby={describedBy} className="ops-fieldset" id={id}>
      <legend>
        {field.label}
        {field.isRequired ? null : <span className="ops-muted"> (optional)</span>}
      </legend>
      <div className="ops-choices ops-choices--list">
        {options.map((option) => (
          <label key={option.value}>
            <input
              checked={chosen.includes(option.value)}
              name={field.name}
              onChange={() => toggle(option.value)}
              type="checkbox"
              value={option.value}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

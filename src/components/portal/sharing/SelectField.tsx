'use client'

import { fieldId } from '../fieldId'

type Props = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  problem?: string
  defaultValue?: string
}

/** One of a list. */
export const SelectField = ({ name, label, options, problem, defaultValue = '' }: Props) => {
  const id = fieldId(name)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {problem ? (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      <select
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      >
        <option value="">Choose one</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

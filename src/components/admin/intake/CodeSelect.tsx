'use client'

type Props = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
  isOptional?: boolean
}

/** One of a list; nothing is chosen beforehand, since normal is a finding too. */
export const CodeSelect = ({ name, label, options, value, onChange, isOptional }: Props) => (
  <div className="ops-field">
    <label htmlFor={`part-${name}`}>
      {label}
      {isOptional ? <span className="ops-muted"> (optional)</span> : null}
    </label>
    <select
      className="ops-input"
      id={`part-${name}`}
      onChange={(event) => onChange(event.target.value)}
      value={value}
    >
      <option value="">Choose</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

'use client'

type Props = {
  name: string
  label: string
  help?: string
  value: string
  onChange: (value: string) => void
  rows?: number
}

/** One part of a text: label above, room that grows with what is written. */
export const TextPart = ({ name, label, help, value, onChange, rows = 3 }: Props) => (
  <div className="ops-field">
    <label htmlFor={`part-${name}`}>{label}</label>
    {help ? (
      <span className="ops-help" id={`part-${name}-help`}>
        {help}
      </span>
    ) : null}
    <textarea
      aria-describedby={help ? `part-${name}-help` : undefined}
      className="ops-input ops-writing"
      id={`part-${name}`}
      onChange={(event) => onChange(event.target.value)}
      rows={rows}
      value={value}
    />
  </div>
)

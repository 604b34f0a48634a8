'use client'

export type CodeOption = { value: string; label: string; hint?: string }

type Props = {
  legend: string
  id?: string
  options: readonly CodeOption[]
  /** Codes with spaces between them. */
  value: string
  onChange: (value: string) => void
  empty?: string
}

const codesIn = (value: string): string[] => value.split(/\s+/).filter(Boolean)

/** Several of a list, kept as codes with spaces between them. */
export const CodeChecks = ({ legend, id, options, value, onChange, empty }: Props) => {
  const chosen = codesIn(value)
  const toggle = (code: string): void =>
    onChange(
      (chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]).join(
        ' ',
      ),
    )
  return (
    <fieldset className="ops-fieldset" id={id}>
      <legend>{legend}</legend>
      {options.length === 0 ? <p className="ops-muted">{empty}</p> : null}
      <div className="ops-checks">
        {options.map((option) => (
          <label key={option.value}>
            <input
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
              type="checkbox"
            />
            <span>
              {option.label}
              {option.hint ? <span className="ops-small ops-muted"> {option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

'use client'
import { TECHNIQUE_FAMILIES } from '@/src/domain/treatment/techniques'

type Props = { id?: string; value: string; onChange: (value: string) => void }

const codesIn = (value: string): string[] => value.split(/\s+/).filter(Boolean)

/** What was done in a session, tagged from the list by family; kept as codes with spaces between them. */
export const TechniquePicker = ({ id, value, onChange }: Props) => {
  const chosen = codesIn(value)
  const toggle = (code: string): void =>
    onChange(
      (chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]).join(
        ' ',
      ),
    )
  return (
    <fieldset className="ops-fieldset" id={id}>
      <legend>Techniques used</legend>
      {TECHNIQUE_FAMILIES.map((family) => {
        const count = family.techniques.filter(({ code }) => chosen.includes(code)).length
        return (
          <details key={family.code} open={count > 0}>
            <summary>
              {family.label}
              {count ? ` (${count} tagged)` : ''}
            </summary>
            <div className="ops-checks">
              {family.techniques.map(({ code, label }) => (
                <label key={code}>
                  <input
                    checked={chosen.includes(code)}
                    onChange={() => toggle(code)}
                    type="checkbox"
                  />
                  <span>{label}</span>
                </label>
              ))}
            </div>
          </details>
        )
      })}
    </fieldset>
  )
}

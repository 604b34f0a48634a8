'use client'
import { useId } from 'react'
import type { RefusedFinding } from './callApi'

type Props = {
  findings: readonly RefusedFinding[]
  reasons: Readonly<Record<string, string>>
  onChange: (reasons: Record<string, string>) => void
}

/** Who may go on all the same says why; the reason is kept in the override report. */
export const OverrideReasons = ({ findings, reasons, onChange }: Props) => {
  const prefix = useId()
  const open = findings.filter(({ rule, youMayOverride }) => rule && youMayOverride)
  const rules = [...new Set([...open.map(({ rule }) => String(rule)), ...Object.keys(reasons)])]
  if (!rules.length) return null
  return (
    <fieldset className="ops-fieldset">
      <legend>Go on all the same</legend>
      <p className="ops-help">
        You may override this with a reason. It is kept with your name in the override report.
      </p>
      {rules.map((rule) => (
        <div className="ops-field" key={rule}>
          <label htmlFor={`${prefix}${rule}`}>Reason for going past {rule}</label>
          <textarea
            className="ops-input"
            id={`${prefix}${rule}`}
            minLength={5}
            onChange={(event) => onChange({ ...reasons, [rule]: event.target.value })}
            rows={2}
            value={reasons[rule] ?? ''}
          />
        </div>
      ))}
    </fieldset>
  )
}

'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { callApi, type RefusedFinding } from '../actions/callApi'
import { useAwake } from '../setup/useAwake'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'

export type ColumnChoice = { name: string; label: string; isRequired: boolean; help: string }

type Props = {
  id: string
  rev: number
  isOpen: boolean
  headings: readonly string[]
  /** Cells of the first line, to recognize a column by. */
  example: readonly string[]
  mapping: readonly string[]
  columns: readonly ColumnChoice[]
}

/** Which column of the file fills which of ours; kept for the next file with the same headings. */
export const MappingForm = ({ id, rev, isOpen, headings, example, mapping, columns }: Props) => {
  const router = useRouter()
  const base = useId()
  const [findings, setFindings] = useState<RefusedFinding[]>([])
  const isAwake = useAwake()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = headings.map((_, index) => String(form.get(`column-${index}`) ?? ''))
    setBusy(true)
    const answer = await callApi(`/api/import-runs/${id}/map`, {
      body: { columns: chosen.join(','), rev },
    })
    setBusy(false)
    setFindings(answer.ok ? [] : answer.findings)
    if (answer.ok) router.refresh()
  }
  return (
    <details className="ops-note" open={isOpen}>
      <summary>
        <strong>Columns</strong>{' '}
        <span className="ops-muted">
          {mapping.filter(Boolean).length} of {headings.length} are used
        </span>
      </summary>
      <form className="ops-form" method="post" onSubmit={submit}>
        {findings.length ? <Findings findings={findings} title="Not checked yet" /> : null}
        <div className="ops-table-wrap">
          <table className="ops-table ops-table--stack">
            <thead>
              <tr>
                <th scope="col">In the file</th>
                <th scope="col">First line</th>
                <th scope="col">Fills</th>
              </tr>
            </thead>
            <tbody>
              {headings.map((heading, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: headings may repeat and never move
                <tr key={index}>
                  <td>
                    <label htmlFor={`${base}-${index}`}>
                      {heading || <span className="ops-muted">No name</span>}
                    </label>
                  </td>
                  <td className="ops-muted" data-label="First line:">
                    {example[index] || '–'}
                  </td>
                  <td>
                    <select
                      className="ops-input"
                      defaultValue={mapping[index] ?? ''}
                      id={`${base}-${index}`}
                      name={`column-${index}`}
                    >
                      <option value="">Leave out</option>
                      {columns.map(({ name, label, isRequired }) => (
                        <option key={name} value={name}>
                          {label}
                          {isRequired ? ' (required)' : ''}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <FormFoot
          busyLabel="Checking…"
          isBusy={isBusy}
          isDisabled={!isAwake}
          label="Use these columns and check"
          tone="plain"
        />
      </form>
    </details>
  )
}

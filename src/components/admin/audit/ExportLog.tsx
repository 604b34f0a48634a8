'use client'
import { useState } from 'react'
import { exportPurposes } from '@/collections/system/accessLog/exportPurposes'

type Props = { filter: Readonly<Record<string, string>> }

const save = (file: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

const reasonIn = async (answer: Response): Promise<string> => {
  const body: unknown = await answer.json().catch(() => null)
  const errors = body && typeof body === 'object' && 'errors' in body ? body.errors : null
  const [first] = Array.isArray(errors) ? (errors as { message?: string }[]) : [] // our own envelope
  return first?.message ?? 'The file could not be made. Try again in a minute.'
}

/** The lines on this page and all older ones as a file; asks what for, and the log keeps the answer. */
export const ExportLog = ({ filter }: Props) => {
  const [purpose, setPurpose] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const send = async (): Promise<void> => {
    setBusy(true)
    setMessage('')
    try {
      const answer = await fetch('/api/audit-events/export', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...filter, purpose }),
      })
      if (!answer.ok) return setMessage(await reasonIn(answer))
      save(await answer.blob(), 'access-log.csv')
      setMessage('The file was made. The log says so.')
    } catch {
      setMessage('The server could not be reached. Try again.')
    } finally {
      setBusy(false)
    }
  }
  return (
    <details>
      <summary>Export</summary>
      <div className="ops-row">
        <label htmlFor="log-purpose">What for?</label>
        <select
          className="ops-input ops-input--inline"
          id="log-purpose"
          onChange={(event) => setPurpose(event.target.value)}
          value={purpose}
        >
          <option value="">Choose</option>
          {exportPurposes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <button className="ops-button" disabled={isBusy} onClick={send} type="button">
          {isBusy ? 'Working…' : 'Export these lines'}
        </button>
        <span aria-live="polite" className="ops-small">
          {message}
        </span>
      </div>
    </details>
  )
}

'use client'
import { useListQuery } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useId, useState } from 'react'
import { exportPurposes, exportRecipients } from '@/src/domain/listExport'
import { WHOLE_LIST } from '@/src/domain/lists/readyFilters'
import { saveFile } from '@/src/lib/browser/saveFile'
import { activeFilter } from '../listFilters/activeFilter'

type Option = { value: string; label: string }

type Choice = {
  label: string
  options: readonly Option[]
  value: string
  onChange: (value: string) => void
}

const Select = ({ label, options, value, onChange }: Choice) => {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        className="ops-input ops-input--inline"
        id={id}
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
    </>
  )
}

type Entry = { code?: string; message?: string; data?: { errors?: { path?: string }[] } }

const firstIn = async (answer: Response): Promise<Entry> => {
  const body: unknown = await answer.json().catch(() => null)
  const errors = body && typeof body === 'object' && 'errors' in body ? body.errors : null
  return (Array.isArray(errors) ? (errors as Entry[])[0] : null) ?? {} // our own envelope
}

const Proof = ({ name, onChange }: { name: string; onChange: (value: string) => void }) => {
  const id = useId()
  const isCode = name === '_code'
  return (
    <>
      <label htmlFor={id}>{isCode ? 'Code of your second factor' : 'Your password again'}</label>
      <input
        autoComplete={isCode ? 'one-time-code' : 'current-password'}
        className="ops-input ops-input--inline"
        id={id}
        onChange={(event) => onChange(event.target.value)}
        type={isCode ? 'text' : 'password'}
      />
    </>
  )
}

/** The list as it is filtered now, as CSV; asks what for and for whom (R61), and the log keeps the answer. */
export const ExportForm = ({ slug, opening }: { slug: string; opening: string }) => {
  const { query } = useListQuery()
  const address = useSearchParams()
  const filter = activeFilter(address, opening)
  const [purpose, setPurpose] = useState('')
  const [recipient, setRecipient] = useState('')
  const [proof, setProof] = useState({ name: '', value: '' })
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const send = async (): Promise<void> => {
    setBusy(true)
    setMessage('')
    try {
      const sort = Array.isArray(query?.sort) ? query.sort[0] : query?.sort
      const answer = await fetch(`/api/${slug}/csv`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          purpose,
          recipient,
          filter: filter && filter !== WHOLE_LIST ? filter : undefined,
          find: address.get('find') ?? undefined,
          sort,
          ...(proof.name ? { [proof.name]: proof.value } : {}),
        }),
      })
      if (answer.ok) {
        await saveFile(answer)
        setProof({ name: '', value: '' })
        return setMessage('The file was made. The log says so.')
      }
      const { code, data, message: reason } = await firstIn(answer)
      if (code === 'step-up')
        setProof({ name: data?.errors?.[0]?.path === 'code' ? '_code' : '_password', value: '' })
      setMessage(reason ?? 'The file could not be made. Try again in a minute.')
    } catch {
      setMessage('The server could not be reached. Try again.')
    } finally {
      setBusy(false)
    }
  }
  return (
    <details className="ops-stack">
      <summary>Take this list as a file (CSV)</summary>
      <div className="ops-row">
        <Select label="What for?" onChange={setPurpose} options={exportPurposes} value={purpose} />
        <Select
          label="Who gets it?"
          onChange={setRecipient}
          options={exportRecipients}
          value={recipient}
        />
        {proof.name ? (
          <Proof name={proof.name} onChange={(value) => setProof({ ...proof, value })} />
        ) : null}
        <button className="ops-button" disabled={isBusy} onClick={send} type="button">
          {isBusy ? 'Working…' : 'Make the file'}
        </button>
        <span aria-live="polite" className="ops-small">
          {message}
        </span>
      </div>
    </details>
  )
}

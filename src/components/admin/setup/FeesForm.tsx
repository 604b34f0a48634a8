'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { callApi, type RefusedFinding } from '../actions/callApi'
import { MoneyInput } from '../fields/MoneyInput'
import { Findings } from '../ui/Findings'
import { useAwake } from './useAwake'

type Offered = { code: string; label: string; isUsual: boolean }

type Amount = number | string | null

type Props = { codes: readonly Offered[]; today: string; isPrimary: boolean }

/** A fee for each usual kind of session at once; what is left empty gets none. */
export const FeesForm = ({ codes, today, isPrimary }: Props) => {
  const prefix = useId()
  const router = useRouter()
  const [amounts, setAmounts] = useState<Record<string, Amount>>({})
  const [refused, setRefused] = useState<RefusedFinding[]>([])
  const [isBusy, setBusy] = useState(false)
  const isAwake = useAwake()
  const send = async (code: string): Promise<RefusedFinding[]> => {
    const answer = await callApi('/api/fee-schedules', {
      body: { code, amountCents: amounts[code], effectiveFrom: today },
      idempotencyKey: crypto.randomUUID(),
    })
    if (answer.ok) return []
    return answer.findings.map((finding) => ({ ...finding, path: code }))
  }
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    const given = codes.filter(({ code }) => (amounts[code] ?? null) !== null)
    if (!given.length) return setRefused([{ message: 'Enter at least one fee.' }])
    setBusy(true)
    const findings: RefusedFinding[] = []
    for (const { code } of given) findings.push(...(await send(code)))
    setBusy(false)
    setRefused(findings)
    if (!findings.length) toast.success('Saved.')
    router.refresh()
  }
  return (
    <form className="ops-form" method="post" onSubmit={submit}>
      {refused.length ? (
        <Findings
          findings={refused.map(({ message, path }) => ({
            message: path ? `${path}: ${message}` : message,
          }))}
          title="Not every fee is kept yet"
        />
      ) : null}
      <div className="ops-grid">
        {codes.map(({ code, label, isUsual }) => (
          <div className="ops-field" key={code}>
            <label htmlFor={`${prefix}${code}`}>
              {code} {label}
              {isUsual ? null : <span className="ops-muted"> (optional)</span>}
            </label>
            <MoneyInput
              id={`${prefix}${code}`}
              onChange={(value) => setAmounts((all) => ({ ...all, [code]: value }))}
              value={amounts[code] ?? null}
            />
          </div>
        ))}
      </div>
      <div className="ops-row">
        <button
          className={`ops-button${isPrimary ? ' ops-button--primary' : ''}`}
          disabled={isBusy || !isAwake}
          type="submit"
        >
          {isBusy ? 'Saving…' : 'Save fees'}
        </button>
      </div>
    </form>
  )
}

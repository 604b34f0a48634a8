'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { blankPaperLine, type PaperLine, paperProblem } from '@/src/domain/billing/paperRemittance'
import { countOf } from '@/src/domain/countOf'
import { foldText } from '@/src/domain/intake/searchText'
import { callApi, type RefusedFinding } from '../actions/callApi'
import { DayInput } from '../fields/DayInput'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'
import { type OpenLine, readOpenLines } from './openLines'
import { PaperLineRow } from './PaperLineRow'

// More rows than anybody reads; what is ticked always shows.
const mostShown = 30

type Props = { payers: readonly { id: string; name: string }[] }

const tickFirst = 'Choose the payer, then tick the claims that stand on the paper.'

/** Types in what a payer explained on paper: line by line, until each adds up to its charge. */
export const PaperForm = ({ payers }: Props) => {
  const router = useRouter()
  const ids = { payer: useId(), number: useId(), paidOn: useId(), find: useId() }
  const [payer, setPayer] = useState('')
  const [number, setNumber] = useState('')
  const [paidOn, setPaidOn] = useState('')
  const [open, setOpen] = useState<readonly OpenLine[] | null>(null)
  const [find, setFind] = useState('')
  const [typed, setTyped] = useState<Readonly<Record<string, PaperLine>>>({})
  const [findings, setFindings] = useState<RefusedFinding[]>([])
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [isBusy, setBusy] = useState(false)
  const choose = async (next: string): Promise<void> => {
    setPayer(next)
    setTyped({})
    setFind('')
    setOpen(null)
    setOpen(next ? await readOpenLines(next) : null)
  }
  const words = foldText(find)
  const fitting = (open ?? []).filter(({ title }) => foldText(title).includes(words))
  const near = new Set(fitting.slice(0, mostShown))
  const shown = (open ?? []).filter((line) => typed[line.id] || near.has(line))
  const chosen = (open ?? []).filter(({ id }) => typed[id])
  const problems = chosen.flatMap((line) => {
    const problem = paperProblem(typed[line.id] ?? blankPaperLine, line)
    return problem ? [{ message: `${line.title}, ${problem}` }] : []
  })
  const toggle = (claim: string, isOn: boolean): void => {
    const own = (open ?? []).filter((line) => line.claim === claim)
    setTyped((all) => {
      const rest = Object.entries(all).filter(([id]) => !own.some((line) => line.id === id))
      return Object.fromEntries([
        ...rest,
        ...(isOn ? own.map(({ id }) => [id, blankPaperLine]) : []),
      ])
    })
  }
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    if (!chosen.length) return setFindings([{ message: tickFirst }])
    if (problems.length) return setFindings(problems)
    setBusy(true)
    const answer = await callApi('/api/remittances/enter', {
      body: {
        payer,
        number,
        paidOn,
        lines: chosen.map(({ id }) => ({ line: id, ...(typed[id] ?? blankPaperLine) })),
      },
      idempotencyKey: key,
    })
    setBusy(false)
    setKey(crypto.randomUUID())
    if (!answer.ok) return setFindings(answer.findings)
    setFindings([])
    setTyped({})
    setNumber('')
    toast.success('Entered. Look it over, then post it.')
    router.push(`/admin/remittances-post?open=${String(answer.body['id'] ?? '')}`)
    router.refresh()
  }
  return (
    <details className="ops-card">
      <summary>
        <strong>Enter a paper explanation of benefits</strong>
      </summary>
      <form className="ops-form" method="post" onSubmit={submit}>
        <div className="ops-row ops-row--top">
          <div className="ops-field">
            <label htmlFor={ids.payer}>Payer</label>
            <select
              className="ops-input"
              id={ids.payer}
              onChange={(event) => void choose(event.target.value)}
              required
              value={payer}
            >
              <option value="">Choose</option>
              {payers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="ops-field">
            <label htmlFor={ids.number}>Check or transfer number</label>
            <input
              className="ops-input"
              id={ids.number}
              maxLength={30}
              onChange={(event) => setNumber(event.target.value)}
              required
              value={number}
            />
          </div>
          <div className="ops-field">
            <label htmlFor={ids.paidOn}>Day on the paper</label>
            <DayInput id={ids.paidOn} isRequired onChange={setPaidOn} value={paidOn} />
          </div>
        </div>
        {payer && open === null ? (
          <p className="ops-muted">Looking which claims are open…</p>
        ) : null}
        {open?.length === 0 ? (
          <p className="ops-empty">No claim to this payer waits for an answer.</p>
        ) : null}
        {open && open.length > mostShown ? (
          <div className="ops-field">
            <label htmlFor={ids.find}>Find among {countOf(open.length, 'line')}</label>
            <input
              className="ops-input"
              id={ids.find}
              onChange={(event) => setFind(event.target.value)}
              placeholder="Name or claim number"
              type="search"
              value={find}
            />
            <p className="ops-small ops-muted" role="status">
              {fitting.length > mostShown
                ? `The ${mostShown} oldest of ${fitting.length} are shown, and what you ticked.`
                : fitting.length
                  ? `${countOf(fitting.length, 'line')} found.`
                  : 'No line found. A claim that was answered already, or not sent, is not among them.'}
            </p>
          </div>
        ) : null}
        {open?.length ? (
          <div className="ops-table-wrap">
            <table className="ops-table ops-table--wide ops-paper">
              <caption className="ops-sr">Lines that wait for an answer of this payer</caption>
              <thead>
                <tr>
                  <th scope="col">Claim</th>
                  <th scope="col">Paid</th>
                  <th scope="col">Contract (45)</th>
                  <th scope="col">Deductible (1)</th>
                  <th scope="col">Coinsurance (2)</th>
                  <th scope="col">Copay (3)</th>
                  <th scope="col">Denied</th>
                  <th scope="col">Its code</th>
                  <th scope="col">Open</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((line) => (
                  <PaperLineRow
                    key={line.id}
                    line={line}
                    onChange={(next) => setTyped((all) => ({ ...all, [line.id]: next }))}
                    onToggle={(isOn) => toggle(line.claim, isOn)}
                    typed={typed[line.id] ?? null}
                  />
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        {findings.length ? <Findings findings={findings} title="Not entered" /> : null}
        <FormFoot
          busyLabel="Entering…"
          isBusy={isBusy}
          label={chosen.length ? `Enter ${countOf(chosen.length, 'line')}` : 'Enter lines'}
        />
      </form>
    </details>
  )
}

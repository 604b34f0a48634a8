'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { callApi } from '../actions/callApi'
import { Dialog } from '../ui/Dialog'

/** A note that its author has not signed yet; `rev` is what the page saw of it. */
export type Unsigned = { id: string; rev: number; title: string }

type Check = { ok: boolean; message: string }

type State = { kind: 'looking' | 'ready' | 'signed' } | { kind: 'missing' | 'refused'; why: string }

const readinessOf = async (id: string): Promise<State> => {
  const answer = await callApi(`/api/progress-notes/${id}/readiness`, { method: 'GET' })
  if (!answer.ok) return { kind: 'missing', why: answer.findings[0]?.message ?? '' }
  const { isReady, checks } = answer.body as { isReady: boolean; checks: Check[] } // the endpoint's answer
  const open = checks.filter(({ ok }) => !ok)
  return isReady
    ? { kind: 'ready' }
    : { kind: 'missing', why: open.map(({ message }) => message).join(' ') }
}

const signOne = async ({ id, rev }: Unsigned): Promise<State> => {
  const answer = await callApi(`/api/progress-notes/${id}/sign`, {
    body: { rev },
    idempotencyKey: `sign-${id}-${rev}`,
  })
  if (answer.ok) return { kind: 'signed' }
  return { kind: 'refused', why: answer.findings.map(({ message }) => message).join(' ') }
}

const Line = ({ note, state }: { note: Unsigned; state: State }) => (
  <>
    <a href={`/admin/note/${note.id}`}>{note.title}</a>
    <span className="ops-small ops-muted">
      {state.kind === 'looking' ? 'Looking whether it is complete…' : null}
      {state.kind === 'signed' ? 'Signed.' : null}
      {state.kind === 'missing' || state.kind === 'refused' ? state.why : null}
    </span>
  </>
)

const SignDialog = ({ notes, onClose }: { notes: readonly Unsigned[]; onClose: () => void }) => {
  const [states, setStates] = useState<Record<string, State>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [total, setTotal] = useState(0)
  const [done, setDone] = useState<number | null>(null)
  useEffect(() => {
    const look = async (): Promise<void> => {
      for (const { id } of notes) {
        const state = await readinessOf(id)
        setStates((all) => ({ ...all, [id]: state }))
      }
    }
    void look()
  }, [notes])
  const stateOf = (id: string): State => states[id] ?? { kind: 'looking' }
  const chosen = notes.filter(({ id }) => stateOf(id).kind === 'ready' && !left.has(id))
  const sign = async (): Promise<void> => {
    setTotal(chosen.length)
    setDone(0)
    for (const [at, note] of chosen.entries()) {
      const state = await signOne(note)
      setStates((all) => ({ ...all, [note.id]: state }))
      setDone(at + 1)
    }
    setDone(null)
  }
  const toggle = (id: string): void =>
    setLeft((all) => new Set(all.has(id) ? [...all].filter((each) => each !== id) : [...all, id]))
  return (
    <Dialog
      isWide
      lead="Notes that lack nothing are ticked. Nobody can change them afterwards; corrections are made as addenda."
      onClose={onClose}
      title="Sign several notes"
    >
      <ul className="ops-queue">
        {notes.map((note) => {
          const state = stateOf(note.id)
          return (
            <li key={note.id}>
              <label className="ops-row">
                <input
                  aria-label={`Sign ${note.title}`}
                  checked={
                    state.kind === 'signed' || (state.kind === 'ready' && !left.has(note.id))
                  }
                  disabled={state.kind !== 'ready' || done !== null}
                  onChange={() => toggle(note.id)}
                  type="checkbox"
                />
              </label>
              <div className="ops-queue__what">
                <Line note={note} state={state} />
              </div>
            </li>
          )
        })}
      </ul>
      <div className="ops-row ops-row--end">
        {done === null ? null : <progress aria-label="Signed so far" max={total} value={done} />}
        <button className="ops-button" onClick={onClose} type="button">
          Close
        </button>
        <button
          className="ops-button ops-button--primary"
          disabled={!chosen.length || done !== null}
          onClick={sign}
          type="button"
        >
          {done === null
            ? `Sign ${chosen.length} ${chosen.length === 1 ? 'note' : 'notes'}`
            : `${done} of ${total}…`}
        </button>
      </div>
    </Dialog>
  )
}

/** Signs what is ready in one go; each note is still signed by itself and by the same rules. */
export const SignSeveral = ({ notes }: { notes: readonly Unsigned[] }) => {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const close = (): void => {
    setOpen(false)
    router.refresh()
  }
  return (
    <>
      <button className="ops-button" onClick={() => setOpen(true)} type="button">
        Sign several
      </button>
      {isOpen ? <SignDialog notes={notes} onClose={close} /> : null}
    </>
  )
}

'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { countOf } from '@/src/domain/countOf'
import { callApi } from '../actions/callApi'
import { RunFoot } from '../actions/RunFoot'
import { refusalOf, stepWords, useRunEach } from '../actions/useRunEach'
import { Dialog } from '../ui/Dialog'

/** A note that its author has not signed yet; `rev` is what the page saw of it. */
export type Unsigned = { id: string; rev: number; title: string }

type Readiness = { isReady: boolean; missing: string }

type Check = { ok: boolean; message: string }

const readinessOf = async (id: string): Promise<Readiness> => {
  const answer = await callApi(`/api/progress-notes/${id}/readiness`, { method: 'GET' })
  if (!answer.ok) return { isReady: false, missing: refusalOf(answer) }
  const { isReady, checks } = answer.body as { isReady: boolean; checks: Check[] } // the endpoint's answer
  const open = checks.filter(({ ok }) => !ok)
  return { isReady, missing: open.map(({ message }) => message).join(' ') }
}

const SignDialog = ({ notes, onClose }: { notes: readonly Unsigned[]; onClose: () => void }) => {
  const [known, setKnown] = useState<Record<string, Readiness>>({})
  const [left, setLeft] = useState<readonly string[]>([])
  const { progress, outcome, run, stateOf } = useRunEach()
  useEffect(() => {
    const look = async (): Promise<void> => {
      for (const { id } of notes) {
        const readiness = await readinessOf(id)
        setKnown((all) => ({ ...all, [id]: readiness }))
      }
    }
    void look()
  }, [notes])
  const isSigned = (id: string): boolean => stateOf(id).kind === 'done'
  const isChosen = (id: string): boolean =>
    known[id]?.isReady === true && !left.includes(id) && !isSigned(id)
  const chosen = notes.filter(({ id }) => isChosen(id))
  const wordsOf = (id: string): string =>
    stepWords(stateOf(id), 'Signed.', known[id]?.missing ?? 'Looking whether it is complete…')
  const sign = () =>
    run(
      chosen.map(({ id, rev }) => ({
        id,
        path: `/api/progress-notes/${id}/sign`,
        body: { rev },
        key: `sign-${id}-${rev}`,
      })),
    )
  const toggle = (id: string): void =>
    setLeft(left.includes(id) ? left.filter((each) => each !== id) : [...left, id])
  return (
    <Dialog
      isWide
      lead="Notes that lack nothing are ticked. Nobody can change them afterwards; corrections are made as addenda."
      onClose={onClose}
      title="Sign several notes"
    >
      <ul className="ops-queue">
        {notes.map(({ id, title }) => (
          <li key={id}>
            <input
              aria-label={`Sign ${title}`}
              checked={isSigned(id) || isChosen(id)}
              disabled={!known[id]?.isReady || isSigned(id) || progress !== null}
              onChange={() => toggle(id)}
              type="checkbox"
            />
            <div className="ops-queue__what">
              <a href={`/admin/note/${id}`}>{title}</a>
              <span className="ops-small ops-muted">{wordsOf(id)}</span>
            </div>
          </li>
        ))}
      </ul>
      <RunFoot
        doneWords={(count) => `${countOf(count, 'note')} signed`}
        isPossible={chosen.length > 0}
        label={chosen.length ? `Sign ${countOf(chosen.length, 'note')}` : 'Sign notes'}
        onClose={onClose}
        onRun={sign}
        outcome={outcome}
        progress={progress}
      />
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

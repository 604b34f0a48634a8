'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useState } from 'react'
import { CANCEL_KINDS } from '@/collections/treatment/appointmentCodes'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { movedAlong } from '@/src/domain/scheduling/weekly'
import { callApi } from '../actions/callApi'
import { DateTimeInput } from '../actions/DateTimeInput'
import { RunFoot } from '../actions/RunFoot'
import { type Step, stepWords, useRunEach } from '../actions/useRunEach'
import { Dialog } from '../ui/Dialog'
import type { Visit } from './dayData'

type Following = { id: string; rev: number; startsAt: string }

type Props = { visit: Visit; what: 'move' | 'cancel'; onClose: () => void }

const words = {
  move: { title: 'Move this and all that follow', press: 'Move', done: 'Moved' },
  cancel: { title: 'Cancel this and all that follow', press: 'Cancel', done: 'Canceled' },
} as const

const readFollowing = async (visit: Visit): Promise<Following[]> => {
  const where = new URLSearchParams({
    'where[seriesKey][equals]': visit.seriesKey ?? '',
    'where[status][equals]': 'booked',
    'where[startsAt][greater_than_equal]': visit.startsAt,
    sort: 'startsAt',
    limit: '60',
    depth: '0',
  })
  const answer = await callApi(`/api/appointments?${where}`, { method: 'GET' })
  return answer.ok ? (answer.body['docs'] as Following[]) : [] // Payload's list
}

/** Changes the rest of a series, each appointment by itself: what a rule or a conflict stops stays and says why. */
export const FollowingDialog = ({ visit, what, onClose }: Props) => {
  const router = useRouter()
  const [following, setFollowing] = useState<Following[] | null>(null)
  const whenId = useId()
  const whoId = useId()
  const [to, setTo] = useState(visit.startsAt)
  const [kind, setKind] = useState('office')
  const { progress, outcome, run, stateOf } = useRunEach()
  useEffect(() => {
    const load = async (): Promise<void> => setFollowing(await readFollowing(visit))
    void load()
  }, [visit])
  const landing = (startsAt: string): string =>
    movedAlong({ startsAt, from: visit.startsAt, to: to || visit.startsAt, zone: visit.zone })
  const open = (following ?? []).filter(({ id }) => stateOf(id).kind !== 'done')
  const stepOf = ({ id, rev, startsAt }: Following): Step =>
    what === 'move'
      ? {
          id,
          path: `/api/appointments/${id}/reschedule`,
          body: { rev, startsAt: landing(startsAt), isTogether: true },
          key: `move-${id}-${rev}-${landing(startsAt)}`,
        }
      : {
          id,
          path: `/api/appointments/${id}/cancel`,
          body: { rev, kind, isTogether: true },
          key: `cancel-${id}-${rev}-${kind}`,
        }
  const start = async (): Promise<void> => {
    // A series that moves later starts at its end, so that nothing is moved onto its own neighbor.
    const steps = (to > visit.startsAt ? [...open].reverse() : open).map(stepOf)
    await run(steps)
  }
  // Only now: what is moved or canceled leaves the calendar, and this dialog with it.
  const close = (): void => {
    onClose()
    router.refresh()
  }
  const wasTried = open.length > 0 && open.every(({ id }) => stateOf(id).kind === 'refused')
  const isReady = what === 'cancel' || (to !== '' && to !== visit.startsAt)
  return (
    <Dialog
      lead="What has begun or is over stays as it is. The patient gets one message for all."
      onClose={close}
      title={words[what].title}
    >
      {what === 'move' ? (
        <div className="ops-field">
          <label htmlFor={whenId}>New start of this one</label>
          <DateTimeInput id={whenId} isRequired onChange={setTo} value={to} />
        </div>
      ) : (
        <div className="ops-field">
          <label htmlFor={whoId}>Who cancels</label>
          <select
            className="ops-input"
            id={whoId}
            onChange={(event) => setKind(event.target.value)}
            value={kind}
          >
            {/* Late is a matter of one visit and its fee, not of a series. */}
            {CANCEL_KINDS.filter(({ value }) => value !== 'patientLate').map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      {following === null ? <p className="ops-muted">Looking what follows…</p> : null}
      <ul className="ops-queue">
        {(following ?? []).map(({ id, startsAt }) => (
          <li key={id}>
            <span className="ops-number">
              {formatDateTime({ instant: startsAt, zone: visit.zone })}
              {what === 'move' && isReady
                ? ` → ${formatDateTime({ instant: landing(startsAt), zone: visit.zone })}`
                : ''}
            </span>
            <span className="ops-small ops-muted">{stepWords(stateOf(id), words[what].done)}</span>
          </li>
        ))}
      </ul>
      <RunFoot
        doneWords={(count) => `${count} ${words[what].done.toLowerCase()}`}
        isDanger={what === 'cancel'}
        isPossible={open.length > 0 && isReady}
        label={wasTried ? `Try ${open.length} again` : `${words[what].press} ${open.length}`}
        onClose={close}
        onRun={start}
        outcome={outcome}
        progress={progress}
      />
    </Dialog>
  )
}

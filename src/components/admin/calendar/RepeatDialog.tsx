'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { weeklyAfter } from '@/src/domain/scheduling/weekly'
import { RunFoot } from '../actions/RunFoot'
import { stepWords, useRunEach } from '../actions/useRunEach'
import { Dialog } from '../ui/Dialog'
import type { Visit } from './dayData'

const mostTimes = 26

/** Books the same visit again, week after week; a week that is taken says so and the others are booked. */
export const RepeatDialog = ({ visit, onClose }: { visit: Visit; onClose: () => void }) => {
  const router = useRouter()
  const everyId = useId()
  const timesId = useId()
  const [everyWeeks, setEveryWeeks] = useState(1)
  const [times, setTimes] = useState(8)
  const { progress, outcome, run, stateOf } = useRunEach()
  const starts = weeklyAfter({ startsAt: visit.startsAt, zone: visit.zone, everyWeeks, times })
  const open = starts.filter((start) => stateOf(start).kind !== 'done')
  const wasTried = open.length > 0 && open.every((start) => stateOf(start).kind === 'refused')
  const book = async (): Promise<void> => {
    await run(
      open.map((startsAt) => ({
        id: startsAt,
        path: '/api/appointments/book',
        body: {
          patient: visit.patient,
          clinician: visit.clinician,
          startsAt,
          minutes: visit.minutes,
          kind: visit.kind === 'intake' ? 'individual' : visit.kind,
          format: visit.format,
          location: visit.location,
          ...(visit.room ? { room: visit.room } : {}),
          repeats: visit.id,
        },
        key: `repeat-${visit.id}-${startsAt}`,
      })),
    )
    router.refresh()
  }
  return (
    <Dialog
      lead={`${visit.patientName ?? 'The patient'} with ${visit.clinicianName ?? 'the clinician'}, at the same time and place. The patient gets one message.`}
      onClose={onClose}
      title="Repeat"
    >
      <div className="ops-row">
        <div className="ops-field">
          <label htmlFor={everyId}>How often</label>
          <select
            className="ops-input"
            disabled={progress !== null}
            id={everyId}
            onChange={(event) => setEveryWeeks(Number(event.target.value))}
            value={everyWeeks}
          >
            <option value={1}>Every week</option>
            <option value={2}>Every two weeks</option>
          </select>
        </div>
        <div className="ops-field">
          <label htmlFor={timesId}>How many more</label>
          <input
            className="ops-input"
            disabled={progress !== null}
            id={timesId}
            max={mostTimes}
            min={1}
            onChange={(event) =>
              setTimes(Math.min(mostTimes, Math.max(1, Number(event.target.value) || 1)))
            }
            type="number"
            value={times}
          />
        </div>
      </div>
      <ul className="ops-queue">
        {starts.map((start) => (
          <li key={start}>
            <span className="ops-number">
              {formatDateTime({ instant: start, zone: visit.zone })}
            </span>
            <span className="ops-small ops-muted">{stepWords(stateOf(start), 'Booked')}</span>
          </li>
        ))}
      </ul>
      <RunFoot
        doneWords={(count) => `${count} booked`}
        isPossible={open.length > 0}
        label={wasTried ? `Try ${open.length} again` : `Book ${open.length}`}
        onClose={onClose}
        onRun={book}
        outcome={outcome}
        progress={progress}
      />
    </Dialog>
  )
}

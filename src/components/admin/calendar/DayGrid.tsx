'use client'
import { useMemo, useState } from 'react'
import { formatTime } from '@/src/domain/scheduling/formatTime'
import type { OfferedAction } from '../actions/types'
import { Empty } from '../ui/Empty'
import { BookDialog } from './BookDialog'
import type { CalendarData, Visit } from './dayData'
import { halfHoursOf, hoursOf, rowMinutes, rowsOf } from './hours'
import { MoveDialog } from './MoveDialog'
import { isOpenAt, placesOpen, spellHours, windowsOn } from './openHours'
import { VisitButton } from './VisitButton'

type Props = {
  data: CalendarData
  clinician: string
  book: OfferedAction | null
  move: OfferedAction | null
}

type Place = { clinician: string; startsAt: string }

const columnsOf = ({ clinicians, appointments }: CalendarData, only: string) => {
  const known = clinicians.filter(({ id }) => !only || id === only)
  const strangers = appointments.filter(
    ({ clinician }) => !clinicians.some(({ id }) => id === clinician),
  )
  const extra = [
    ...new Map(strangers.map((visit) => [visit.clinician, visit.clinicianName ?? 'Clinician'])),
  ]
  return [...known, ...extra.map(([id, name]) => ({ id, name }))]
}

type Half = ReturnType<typeof halfHoursOf>[number]

/** Why each half hour is hatched, if it is, and whether that is said for the first time. */
const withReason = (halves: readonly Half[], reasonAt: (instant: string) => string) =>
  halves.map((half, index) => {
    const reason = reasonAt(half.instant)
    const before = halves[index - 1]
    return { ...half, reason, isFirst: !before || reasonAt(before.instant) !== reason }
  })

/** A day with a column per clinician; what lies outside their hours, or those of every place, is hatched. A click on free time books there; an appointment can be dragged. */
export const DayGrid = ({ data, clinician, book, move }: Props) => {
  const [booking, setBooking] = useState<Place | null>(null)
  const [dragged, setDragged] = useState<Visit | null>(null)
  const [moving, setMoving] = useState<{ visit: Visit; place: Place } | null>(null)
  const { zone, date, appointments, closures } = data
  const open = useMemo(() => windowsOn(data, date), [data, date])
  const places = useMemo(() => placesOpen(data, date), [data, date])
  const hours = useMemo(() => hoursOf([...appointments, ...open], zone), [appointments, open, zone])
  const halves = useMemo(() => halfHoursOf(date, { hours, zone }), [date, hours, zone])
  const columns = columnsOf(data, clinician)
  const rowCount = ((hours.lastHour - hours.firstHour) * 60) / rowMinutes
  if (!columns.length)
    return <Empty>No clinician works here yet. Add staff and their hours first.</Empty>
  const openOf = (id: string) => open.filter(({ staff }) => staff === id)
  // Of whom no hours may be read, nothing is known to be closed.
  const isKnown = (id: string) =>
    data.hoursOf === 'everybody' || data.hours.some(({ staff }) => staff === id)
  const reasonAt = (id: string, instant: string): string => {
    if (places && !isOpenAt(places, instant)) return 'Closed'
    return isKnown(id) && !isOpenAt(openOf(id), instant) ? 'No hours' : ''
  }
  const drop = (place: Place): void => {
    if (dragged && move) setMoving({ visit: dragged, place })
    setDragged(null)
  }
  return (
    <div className="ops-day" style={{ '--columns': columns.length } as React.CSSProperties}>
      <div className="ops-day__corner" />
      {columns.map(({ id, name }) => (
        <div className="ops-day__head" key={id}>
          <h3>{name}</h3>
          {isKnown(id) ? (
            <p className="ops-small ops-muted">{spellHours(openOf(id), zone) || 'Does not work'}</p>
          ) : null}
        </div>
      ))}
      <div
        aria-hidden="true"
        className="ops-day__hours"
        style={{ gridTemplateRows: `repeat(${rowCount}, var(--row))` }}
      >
        {halves
          .filter((_, index) => index % 2 === 0)
          .map(({ instant, row }) => (
            <span key={instant} style={{ gridRow: `${row} / span 12` }}>
              {formatTime({ instant, zone }).replace(':00', '')}
            </span>
          ))}
      </div>
      {columns.map(({ id, name }) => (
        <section
          aria-label={`${name}, appointments`}
          className="ops-day__column"
          key={id}
          style={{ gridTemplateRows: `repeat(${rowCount}, var(--row))` }}
        >
          {withReason(halves, (instant) => reasonAt(id, instant)).map(
            ({ instant, reason, isFirst, row }) => (
              <button
                aria-label={`${reason ? `${reason}. ` : ''}Book ${formatTime({ instant, zone })} with ${name}`}
                className={reason ? 'ops-day__free ops-day__free--shut' : 'ops-day__free'}
                disabled={!book}
                key={instant}
                onClick={() => setBooking({ clinician: id, startsAt: instant })}
                onDragOver={(event) => {
                  if (dragged) event.preventDefault()
                }}
                onDrop={() => drop({ clinician: id, startsAt: instant })}
                style={{ gridRow: `${row} / span 6` }}
                // The Book button above does the same by keyboard without forty stops on the way.
                tabIndex={-1}
                type="button"
              >
                {isFirst ? reason : null}
              </button>
            ),
          )}
          {closures
            .filter(({ staff }) => !staff || staff === id)
            .map((closure) => {
              const { start, span } = rowsOf(closure, { hours, zone })
              const first = Math.max(1, start)
              return (
                <div
                  className="ops-day__closed"
                  key={`${closure.startsAt}${closure.reason ?? ''}`}
                  style={{
                    gridRow: `${first} / span ${Math.max(1, Math.min(span, rowCount - first + 1))}`,
                  }}
                >
                  {closure.reason ?? 'Closed'}
                </div>
              )
            })}
          {appointments
            .filter((visit) => visit.clinician === id)
            .map((visit) => {
              const { start, span } = rowsOf(visit, { hours, zone })
              return (
                <VisitButton
                  key={visit.id}
                  onDragStart={move ? () => setDragged(visit) : undefined}
                  style={{ gridRow: `${start} / span ${span}` }}
                  visit={visit}
                />
              )
            })}
        </section>
      ))}
      {book && booking ? (
        <BookDialog
          {...booking}
          action={book}
          data={data}
          date={date}
          onClose={() => setBooking(null)}
        />
      ) : null}
      {move && moving ? (
        <MoveDialog
          action={move}
          locations={data.locations}
          onClose={() => setMoving(null)}
          {...moving}
        />
      ) : null}
    </div>
  )
}

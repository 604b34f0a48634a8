'use client'
import { useState } from 'react'
import { formatTime } from '@/src/domain/scheduling/formatTime'
import { Icon } from '../ui/Icon'
import { lookOf } from '../ui/states'
import type { Visit } from './dayData'
import { VisitDialog } from './VisitDialog'
import { formatLabel } from './visitWords'

type Props = {
  visit: Visit
  style?: React.CSSProperties
  /** Also names the clinician, where the column does not. */
  withClinician?: boolean
  onDragStart?: () => void
}

/** An appointment in the calendar: opens what can be done about it. */
export const VisitButton = ({ visit, style, withClinician, onDragStart }: Props) => {
  const [isOpen, setOpen] = useState(false)
  const look = lookOf(visit.status)
  const isUrgent = visit.chips.some(({ tone }) => tone === 'urgent')
  const more = [
    withClinician ? visit.clinicianName : '',
    visit.roomName ?? (visit.format === 'inPerson' ? '' : formatLabel(visit.format)),
    visit.missing.length ? `${visit.missing.length} missing` : '',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      <button
        className={`ops-event ops-event--${visit.status}`}
        draggable={Boolean(onDragStart) && visit.status === 'booked'}
        onClick={() => setOpen(true)}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', visit.id)
          onDragStart?.()
        }}
        style={style}
        type="button"
      >
        <span className="ops-event__head">
          <span className="ops-number">
            {formatTime({ instant: visit.startsAt, zone: visit.zone })}
          </span>
          <span className="ops-event__state">
            <Icon name={look.icon ?? 'info'} size={13} />
            <span className="ops-event__word">{look.label}</span>
          </span>
        </span>
        <span className="ops-event__name">
          {isUrgent ? <Icon name="alert" size={14} /> : null} {visit.patientName ?? 'Booked'}
        </span>
        <span className="ops-event__more">
          {/* The state once more, where the first line is too short for its word. */}
          <span aria-hidden="true" className="ops-event__below">
            {more ? `${look.label} · ` : look.label}
          </span>
          {more}
        </span>
      </button>
      {isOpen ? <VisitDialog onClose={() => setOpen(false)} visit={visit} /> : null}
    </>
  )
}

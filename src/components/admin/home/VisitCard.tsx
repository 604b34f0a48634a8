import type { PayloadRequest } from 'payload'
import { formatTime } from '@/src/domain/scheduling/formatTime'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import type { Visit, VisitChip } from '../calendar/dayData'
import { Chip, type Tone } from '../ui/Chip'
import { StateChip } from '../ui/StateChip'

const tones: Record<VisitChip['tone'], Tone> = { plain: 'plain', attention: 'warn', urgent: 'bad' }

type Props = {
  req: PayloadRequest
  visit: Visit
  /** The next one to arrive: its button is the one that stands out. */
  isNext: boolean
}

/** One visit of today at the desk: who, when, where it stands, what is missing, one click on. */
export const VisitCard = ({ req, visit, isNext }: Props) => {
  const checkIn = offered(req, { slug: 'appointments', name: 'check-in', record: visit })
  const undo = offered(req, { slug: 'appointments', name: 'undo-check-in', record: visit })
  const name = visit.patientName ?? 'Patient'
  const target = { slug: 'appointments', id: visit.id, rev: visit.rev }
  return (
    <li className={`ops-visit ops-visit--${visit.status}`}>
      <div className="ops-row ops-row--between">
        <span className="ops-number ops-visit__time">
          {formatTime({ instant: visit.startsAt, zone: visit.zone })}
        </span>
        <StateChip state={visit.status} />
      </div>
      <a className="ops-plain-link ops-visit__name" href={`/admin/patient/${visit.patient}`}>
        {name}
      </a>
      <span className="ops-small ops-muted">
        {visit.minutes} min{visit.roomName ? ` · ${visit.roomName}` : ''}
      </span>
      {visit.chips.length ? (
        <span className="ops-row">
          {visit.chips.map((chip) => (
            <Chip
              icon={chip.tone === 'plain' ? 'info' : undefined}
              key={chip.code}
              tone={tones[chip.tone]}
            >
              {chip.label}
            </Chip>
          ))}
        </span>
      ) : null}
      {visit.missing.length ? (
        <span className="ops-small">
          Missing: {visit.missing.map(({ label }) => label).join(', ')}
        </span>
      ) : null}
      <span className="ops-row">
        {checkIn?.isPossible ? (
          <ActionButton
            about={name}
            action={checkIn}
            isPrimary={isNext}
            preset={{ isEmergency: false }}
            target={target}
          />
        ) : null}
        {undo?.isPossible ? <ActionButton about={name} action={undo} target={target} /> : null}
      </span>
    </li>
  )
}

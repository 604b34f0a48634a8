import type { PayloadRequest } from 'payload'
import { formatTime } from '@/src/domain/scheduling/formatTime'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import type { Visit } from '../calendar/dayData'
import { Chip } from '../ui/Chip'
import { Icon } from '../ui/Icon'
import { StateChip } from '../ui/StateChip'
import type { Brief } from './briefs'

const arrows = { up: 'up', down: 'down', same: 'same' } as const

const Lines = ({ brief }: { brief: Brief }) => (
  <ul className="ops-brief">
    {brief.lastFocus ? <li>Last time: {brief.lastFocus}</li> : null}
    {brief.objective ? <li>Objective: {brief.objective}</li> : null}
    {brief.score ? (
      <li>
        {brief.direction ? <Icon name={arrows[brief.direction]} size={14} /> : null} {brief.score}
      </li>
    ) : null}
  </ul>
)

type Props = { req: PayloadRequest; visit: Visit; brief?: Brief }

/** One of the clinician's visits with its brief and the next step as a button. */
export const ClinicianVisit = ({ req, visit, brief }: Props) => {
  const target = { slug: 'appointments', id: visit.id, rev: visit.rev }
  const start = offered(req, { slug: 'appointments', name: 'start-session', record: visit })
  const name = visit.patientName ?? 'Patient'
  return (
    <li>
      <span className="ops-number ops-visit__time">
        {formatTime({ instant: visit.startsAt, zone: visit.zone })}
      </span>
      <div className="ops-queue__what">
        <span className="ops-row">
          <a href={`/admin/patient/${visit.patient}`}>{name}</a>
          <StateChip state={visit.status} />
          {visit.chips
            .filter(({ tone }) => tone === 'urgent')
            .map(({ code, label }) => (
              <Chip key={code} tone="bad">
                {label}
              </Chip>
            ))}
        </span>
        <span className="ops-small ops-muted">
          {visit.kind === 'intake' ? 'First visit' : `Visit ${visit.sequence}`} · {visit.minutes}{' '}
          min
          {visit.roomName ? ` · ${visit.roomName}` : ''}
        </span>
        {brief ? <Lines brief={brief} /> : null}
      </div>
      {start?.isPossible ? (
        <ActionButton
          about={name}
          action={start}
          goTo={`/admin/patient/${visit.patient}?section=session`}
          icon="play"
          isPrimary
          target={target}
        />
      ) : (
        <a className="ops-button" href={`/admin/patient/${visit.patient}`}>
          Open chart<span className="ops-sr"> of {name}</span>
        </a>
      )}
    </li>
  )
}

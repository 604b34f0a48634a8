import type { PayloadRequest } from 'payload'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { openedUnder } from '@/collections/system/emergency/openedUnder'
import { formatDateTime, formatTime } from '@/src/domain/scheduling/formatTime'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { ageOf } from '../page/ages'
import { numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { reasonWords } from './words'

const Opened = async ({ req, grant }: { req: PayloadRequest; grant: Row }) => {
  const lines = await openedUnder(req, {
    id: grant.id,
    staff: refIn(grant, 'staff'),
    patient: refIn(grant, 'patient'),
    from: textIn(grant, 'startedAt'),
    to: textIn(grant, 'endedAt') || textIn(grant, 'expiresAt'),
  })
  if (!lines.length) return <p>Nothing was opened with it.</p>
  return (
    <ul className="ops-plain-list">
      {lines.map((line) => (
        <li key={line.id}>
          <span className="ops-number ops-muted">
            {formatTime({ instant: line.at, zone: practiceZone() })}
          </span>{' '}
          {line.what}
        </li>
      ))}
    </ul>
  )
}

const Grant = async ({
  req,
  grant,
  names,
}: {
  req: PayloadRequest
  grant: Row
  names: { who: string; whose: string }
}) => {
  const zone = practiceZone()
  const now = clock.now()
  const due = textIn(grant, 'dueAt')
  const isOpen = textIn(grant, 'status') === 'active'
  const isOverdue = new Date(due) < now
  const isOwn = refIn(grant, 'staff') === (req.user?.id ?? '')
  const review = offered(req, { slug: 'break-glass-grants', name: 'review', record: grant })
  const who = `${names.who}, chart of ${names.whose}`
  return (
    <details open>
      <summary>
        {who}, {formatDateTime({ instant: textIn(grant, 'startedAt'), zone })}{' '}
        {isOpen ? (
          <Chip tone="warn">Open now</Chip>
        ) : (
          <Chip tone={isOverdue ? 'bad' : 'warn'}>
            {isOverdue ? 'Overdue since' : 'Due'} {ageOf({ instant: due, now, zone })}
          </Chip>
        )}
      </summary>
      <dl className="ops-facts">
        <div>
          <dt>{reasonWords(textIn(grant, 'reasonCode'))}</dt>
          <dd className="ops-pre">{textIn(grant, 'reasonText')}</dd>
        </div>
        <div>
          <dt>What was opened</dt>
          <dd>
            <Opened grant={grant} req={req} />
          </dd>
        </div>
      </dl>
      {isOwn ? <p>This is your own: somebody else with the compliance role reviews it.</p> : null}
      {review && !isOpen && !isOwn ? (
        <p>
          <ActionButton
            about={who}
            action={review}
            isPrimary
            target={{ slug: 'break-glass-grants', id: grant.id, rev: numberIn(grant, 'rev') }}
          />
        </p>
      ) : null}
    </details>
  )
}

/** Emergency accesses that nobody has looked into yet, the most urgent first. */
export const ReviewQueue = async ({ req }: { req: PayloadRequest }) => {
  const grants = await readRows(req, 'break-glass-grants', {
    where: { status: { in: ['active', 'ended'] } },
    sort: 'dueAt',
    limit: 20,
  })
  const idsIn = (column: string): string[] => grants.map((grant) => refIn(grant, column))
  const people = await namesById(req, { slug: 'staff', column: 'name', ids: idsIn('staff') })
  const patients = await namesById(req, {
    slug: 'patients',
    column: 'displayName',
    ids: idsIn('patient'),
  })
  return (
    <Card count={grants.length} title="To be reviewed">
      {grants.length ? null : (
        <Empty>Nothing waits. An emergency access appears here the moment it begins.</Empty>
      )}
      {grants.map((grant) => (
        <Grant
          grant={grant}
          key={grant.id}
          names={{
            who: people.get(refIn(grant, 'staff')) ?? 'Somebody who has left',
            whose: patients.get(refIn(grant, 'patient')) ?? 'a patient',
          }}
          req={req}
        />
      ))}
    </Card>
  )
}

import type { PayloadRequest } from 'payload'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { formatDate } from '@/src/domain/calendarDate'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { ageOf } from '../page/ages'
import { numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'

const shown = 200

const Lines = async ({ req, review }: { req: PayloadRequest; review: Row }) => {
  const lines = await readRows(req, 'access-review-lines', {
    where: { review: { equals: review.id } },
    sort: 'firstAt',
    limit: shown,
  })
  const zone = practiceZone()
  const idsIn = (column: string): string[] => lines.map((line) => refIn(line, column))
  const people = await namesById(req, { slug: 'staff', column: 'name', ids: idsIn('staff') })
  const patients = await namesById(req, {
    slug: 'patients',
    column: 'displayName',
    ids: idsIn('patient'),
  })
  return (
    <div className="ops-table-wrap">
      <table className="ops-table ops-table--wide">
        <caption className="ops-sr">Charts opened without an assignment</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Whose chart</th>
            <th scope="col">What</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{people.get(refIn(line, 'staff')) ?? 'Somebody who has left'}</th>
              <td>{patients.get(refIn(line, 'patient')) ?? 'A patient'}</td>
              <td>
                {line['isEmergency'] === true ? <Chip tone="warn">Emergency access</Chip> : null}{' '}
                {textIn(line, 'areas')}
              </td>
              <td className="ops-when">
                {formatDateTime({ instant: textIn(line, 'firstAt'), zone })}
                {numberIn(line, 'times') > 1 ? (
                  <span className="ops-small ops-muted"> · {numberIn(line, 'times')} times</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Weeks whose "viewed, not assigned" list waits for compliance, the oldest first. */
export const OpenReviews = async ({ req }: { req: PayloadRequest }) => {
  const reviews = await readRows(req, 'access-reviews', {
    where: { status: { equals: 'open' } },
    sort: 'weekStartsOn',
    limit: 8,
  })
  const now = clock.now()
  return (
    <Card
      aside={<a href="/admin/collections/access-reviews">All weeks</a>}
      count={reviews.length}
      title="Viewed, not assigned"
    >
      {reviews.length ? null : (
        <Empty>
          No week waits. Every Monday last week's charts that were opened by somebody outside the
          care team are listed here.
        </Empty>
      )}
      {reviews.map((review) => {
        const action = offered(req, { slug: 'access-reviews', name: 'close', record: review })
        const week = `${formatDate(textIn(review, 'weekStartsOn'))} to ${formatDate(textIn(review, 'weekEndsOn'))}`
        const due = textIn(review, 'dueAt')
        return (
          <details key={review.id} open={review.id === reviews[0]?.id}>
            <summary>
              {week}: {numberIn(review, 'lineCount')}{' '}
              {numberIn(review, 'lineCount') === 1 ? 'chart' : 'charts'}{' '}
              <Chip tone={new Date(due) < now ? 'bad' : 'warn'}>
                {new Date(due) < now ? 'Overdue since' : 'Due'}{' '}
                {ageOf({ instant: due, now, zone: practiceZone() })}
              </Chip>
            </summary>
            <Lines req={req} review={review} />
            {action ? (
              <p>
                <ActionButton
                  about={`of ${week}`}
                  action={action}
                  target={{
                    slug: 'access-reviews',
                    id: review.id,
                    rev: numberIn(review, 'rev'),
                  }}
                />
              </p>
            ) : null}
          </details>
        )
      })}
    </Card>
  )
}

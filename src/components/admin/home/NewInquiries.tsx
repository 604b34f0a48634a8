import type { PayloadRequest, Where } from 'payload'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { ageOf } from '../page/ages'
import { countRows, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'

const mostShown = 12

/** People who wrote and wait for an answer, those due first. */
export const NewInquiries = async ({ req }: { req: PayloadRequest }) => {
  const now = clock.now()
  const zone = practiceZone()
  const where: Where = {
    and: [{ status: { in: ['new', 'triaged'] } }, { isSuspectedSpam: { not_equals: true } }],
  }
  const rows = await readRows(req, 'inquiries', {
    where,
    sort: 'firstResponseDueAt',
    limit: mostShown,
    select: [
      'chosenName',
      'lastName',
      'status',
      'tier',
      'mustActToday',
      'receivedAt',
      'firstResponseDueAt',
      'respondedAt',
    ],
  })
  const count = rows.length < mostShown ? rows.length : await countRows(req, 'inquiries', where)
  return (
    <Card
      aside={<a href="/admin/inquiry-board">All inquiries</a>}
      count={count}
      title="Inquiries to answer"
    >
      {rows.length === 0 ? <Empty>Nobody waits for an answer.</Empty> : null}
      <ul className="ops-queue">
        {rows.map((row) => {
          const dueAt = textIn(row, 'firstResponseDueAt')
          const isLate = Boolean(dueAt) && !row['respondedAt'] && new Date(dueAt) < now
          return (
            <li key={row.id}>
              <div className="ops-queue__what">
                <a href={`/admin/inquiry-board?open=${row.id}`}>
                  {textIn(row, 'chosenName')} {textIn(row, 'lastName')}
                </a>
                <span className="ops-small ops-muted">
                  Wrote {ageOf({ instant: textIn(row, 'receivedAt'), now, zone })}
                </span>
              </div>
              <span className="ops-row">
                {row['mustActToday'] === true ? <Chip tone="bad">Cannot wait</Chip> : null}
                {isLate ? (
                  <Chip icon="clock" tone="bad">
                    Answer overdue
                  </Chip>
                ) : (
                  <StateChip state={textIn(row, 'status')} />
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

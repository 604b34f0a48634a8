import type { PayloadRequest, Where } from 'payload'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { countRows, namesOf, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { StateChip } from '../ui/StateChip'

const mostShown = 12

/** People on the waitlist whom somebody promised to call by today; nothing while nobody is due. */
export const WaitlistCheckIns = async ({ req }: { req: PayloadRequest }) => {
  const where: Where = {
    and: [
      { status: { equals: 'waiting' } },
      { nextCheckInOn: { less_than_equal: practiceToday() } },
    ],
  }
  const rows = await readRows(req, 'waitlist-entries', {
    where,
    sort: 'nextCheckInOn',
    limit: mostShown,
  })
  if (!rows.length) return null
  const count =
    rows.length < mostShown ? rows.length : await countRows(req, 'waitlist-entries', where)
  const names = await namesOf(req, {
    slug: 'inquiries',
    column: 'inquiry',
    rows,
    name: 'displayName',
  })
  return (
    <Card count={count} title="Waitlist check-ins due">
      <ul className="ops-queue">
        {rows.map((row) => (
          <li key={row.id}>
            <div className="ops-queue__what">
              <a href={`/admin/inquiry-board?open=${refIn(row, 'inquiry')}`}>
                {names.get(refIn(row, 'inquiry')) || 'Somebody on the waitlist'}
              </a>
              <span className="ops-small ops-muted">Since {spellDay(textIn(row, 'addedOn'))}</span>
            </div>
            <StateChip state={textIn(row, 'tier')} />
          </li>
        ))}
      </ul>
      {count > rows.length ? (
        <a href="/admin/collections/waitlist-entries?filter=check-in-due">
          {count - rows.length} more in the list
        </a>
      ) : null}
    </Card>
  )
}

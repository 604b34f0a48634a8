import type { PayloadRequest } from 'payload'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { namesOf, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { StateChip } from '../ui/StateChip'

/** People on the waitlist whom somebody promised to call by today; nothing while nobody is due. */
export const WaitlistCheckIns = async ({ req }: { req: PayloadRequest }) => {
  const rows = await readRows(req, 'waitlist-entries', {
    where: {
      and: [
        { status: { equals: 'waiting' } },
        { nextCheckInOn: { less_than_equal: practiceToday() } },
      ],
    },
    sort: 'nextCheckInOn',
    limit: 12,
  })
  if (!rows.length) return null
  const names = await namesOf(req, {
    slug: 'inquiries',
    column: 'inquiry',
    rows,
    name: 'displayName',
  })
  return (
    <Card count={rows.length} title="Waitlist check-ins due">
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
    </Card>
  )
}

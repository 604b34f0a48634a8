import type { PayloadRequest } from 'payload'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, readRows, textIn } from '../page/read'
import { wallAge } from '../page/wallAge'
import { Card } from '../ui/Card'
import { type WorkColumn, WorkTable } from '../ui/WorkTable'

const columns: readonly WorkColumn<Row>[] = [
  { label: 'For', of: (feed) => textIn(feed, 'label') },
  { label: 'Made', of: (feed) => wallAge(feed, 'madeAt') },
  { label: 'Last read', of: (feed) => wallAge(feed, 'lastReadAt') || 'Never' },
]

/** Addresses for one's own calendar program; for those who have sessions. */
export const FeedsCard = async ({ req }: { req: PayloadRequest }) => {
  const make = offered(req, { slug: 'calendar-feeds', name: 'make' })
  if (!make) return null
  const feeds = await readRows(req, 'calendar-feeds', {
    where: { and: [{ staff: { equals: req.user?.id } }, { isActive: { equals: true } }] },
    sort: '-madeAt',
  })
  return (
    <Card
      aside={<ActionButton action={make} target={{ slug: 'calendar-feeds', id: null }} />}
      title="In your own calendar"
    >
      <p className="ops-muted">
        A calendar program that is given an address shows your sessions as “Session”, without names
        and places.
      </p>
      <WorkTable
        columns={columns}
        lines={feeds}
        toDo={(feed) => {
          const revoke = offered(req, { slug: 'calendar-feeds', name: 'revoke', record: feed })
          return revoke ? (
            <ActionButton
              about={textIn(feed, 'label')}
              action={revoke}
              target={{ slug: 'calendar-feeds', id: feed.id, rev: numberIn(feed, 'rev') }}
            />
          ) : null
        }}
      />
    </Card>
  )
}

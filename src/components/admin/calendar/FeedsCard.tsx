import type { PayloadRequest } from 'payload'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, readRows, textIn } from '../page/read'
import { wallAge } from '../page/wallAge'
import { Card } from '../ui/Card'

const FeedLine = ({ req, feed }: { req: PayloadRequest; feed: Row }) => {
  const revoke = offered(req, { slug: 'calendar-feeds', name: 'revoke', record: feed })
  return (
    <tr>
      <td>{textIn(feed, 'label')}</td>
      <td data-label="Made">{wallAge(feed, 'madeAt')}</td>
      <td data-label="Last read">{wallAge(feed, 'lastReadAt') || 'Never'}</td>
      <td className="ops-right">
        {revoke ? (
          <ActionButton
            about={textIn(feed, 'label')}
            action={revoke}
            target={{ slug: 'calendar-feeds', id: feed.id, rev: numberIn(feed, 'rev') }}
          />
        ) : null}
      </td>
    </tr>
  )
}

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
      {feeds.length ? (
        <div className="ops-table-wrap">
          <table className="ops-table ops-table--stack">
            <thead>
              <tr>
                <th scope="col">For</th>
                <th scope="col">Made</th>
                <th scope="col">Last read</th>
                <th scope="col">
                  <span className="ops-sr">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {feeds.map((feed) => (
                <FeedLine feed={feed} key={feed.id} req={req} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Card>
  )
}

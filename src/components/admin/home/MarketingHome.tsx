import type { PayloadRequest } from 'payload'
import { spellDay } from '../fields/spellDay'
import { FunnelChart } from '../marketing/FunnelChart'
import { FunnelTable } from '../marketing/FunnelTable'
import type { FunnelAnswer } from '../marketing/funnelTypes'
import { askDoor, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'

const inDraft = {
  where: { _status: { equals: 'draft' } },
  draft: true,
  select: ['title', '_status'],
}

const shownEach = 10

/** What brings people, without a single person in it; beside it what is being written. */
export const MarketingHome = async ({ req }: { req: PayloadRequest }) => {
  const [funnel, pages, posts] = await Promise.all([
    askDoor<FunnelAnswer>(req, { slug: 'campaigns', path: '/funnel' }),
    readRows(req, 'pages', inDraft),
    readRows(req, 'posts', inDraft),
  ])
  const kinds = [
    { kind: 'pages', words: 'in the pages', rows: pages },
    { kind: 'posts', words: 'in the articles', rows: posts },
  ]
  const drafts = kinds.flatMap(({ kind, rows }) =>
    rows.slice(0, shownEach).map((row) => ({ ...row, kind })),
  )
  return (
    <div className="ops-columns">
      <Card aside={<a href="/admin/marketing">All figures</a>} title="From inquiry to session">
        {funnel ? (
          <>
            <p className="ops-muted">
              {spellDay(funnel.from)} to {spellDay(funnel.to)}
            </p>
            <FunnelChart funnel={funnel} />
            <FunnelTable funnel={funnel} />
            {funnel.isMasked ? (
              <p className="ops-small ops-muted">
                What rests on fewer than {funnel.threshold} people is hidden, and so are the totals
                from which it could be worked out.
              </p>
            ) : null}
          </>
        ) : (
          <Empty>No figures yet.</Empty>
        )}
      </Card>
      <Card
        aside={<a href="/admin/collections/pages">Website pages</a>}
        count={pages.length + posts.length}
        title="Pages and articles in draft"
      >
        {drafts.length === 0 ? <Empty>Everything that was written is published.</Empty> : null}
        <ul className="ops-queue">
          {drafts.map((page) => (
            <li key={page.id}>
              <a href={`/admin/collections/${page.kind}/${page.id}`}>{textIn(page, 'title')}</a>
              <StateChip state="draft" />
            </li>
          ))}
        </ul>
        {kinds.map(({ kind, words, rows }) =>
          rows.length > shownEach ? (
            <p key={kind}>
              <a href={`/admin/collections/${kind}?filter=drafts`}>
                {rows.length - shownEach} more {words}
              </a>
            </p>
          ) : null,
        )}
      </Card>
    </div>
  )
}

import type { AdminViewServerProps } from 'payload'
import type { Upcoming as Answer } from '@/collections/records/retention/upcomingEndpoint'
import { countOf } from '@/src/domain/countOf'
import { AdminPage } from '../page/AdminPage'
import { askDoor } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { DestructionQueue } from './DestructionQueue'
import { EarlierLists } from './EarlierLists'
import { Rules } from './Rules'

const Upcoming = async ({ view }: { view: AdminViewServerProps }) => {
  const upcoming = await askDoor<Answer>(view.initPageResult.req, {
    slug: 'destruction-lists',
    path: '/upcoming',
  })
  if (!upcoming) return null
  const { due, byYear, unknown } = upcoming
  return (
    <Card title="When charts come to the end of their time">
      <p>
        {due
          ? `${countOf(due, 'chart')}: the time is over. They are on a list, on legal hold, kept for longer, or on the next list at the beginning of a month.`
          : 'No chart is past its time.'}
      </p>
      {byYear.length ? (
        <dl className="ops-figures">
          {byYear.slice(0, 8).map(({ year, charts: count }) => (
            <div key={year}>
              <dt>{year}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {unknown.map(({ sentence, charts: count }) => (
        <p key={sentence}>
          <strong>{countOf(count, 'chart')} cannot be judged and stay.</strong> {sentence}
        </p>
      ))}
      {!due && !byYear.length && !unknown.length ? <Empty>There are no charts yet.</Empty> : null}
    </Card>
  )
}

/** /admin/retention: how long charts are kept, what is to be destroyed, and who agreed (R67). */
export const RetentionView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="Charts are kept as long as the longest rule says, minors’ from majority. Nothing is destroyed before compliance and the owner, two people, agreed; a legal hold stops it."
    needs={{ slug: 'destruction-lists', verb: 'read' }}
    path="/admin/retention"
    title="Retention"
    view={view}
  >
    {() => (
      <div className="ops-stack">
        <DestructionQueue req={view.initPageResult.req} />
        <Upcoming view={view} />
        <Rules req={view.initPageResult.req} />
        <EarlierLists req={view.initPageResult.req} />
      </div>
    )}
  </AdminPage>
)

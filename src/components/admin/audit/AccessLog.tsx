import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '../page/AdminPage'
import { LogLines } from './LogLines'
import { LogState } from './LogState'
import { path } from './logAddress'
import { OpenReviews } from './OpenReviews'

/** /admin/access-log: who looked at, changed or took out what, and whether the log itself can be trusted. */
export const AccessLog = (view: AdminViewServerProps) => (
  <AdminPage
    lead="Every access to a record: who, what and when. Nobody can change a line, and looking at them is a line too."
    needs={{ slug: 'audit-events', verb: 'read' }}
    path={path}
    title="Access log"
    view={view}
  >
    {() => (
      <div className="ops-stack">
        <LogState req={view.initPageResult.req} />
        <OpenReviews req={view.initPageResult.req} />
        <LogLines params={view.searchParams} req={view.initPageResult.req} />
      </div>
    )}
  </AdminPage>
)

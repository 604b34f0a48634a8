import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '../page/AdminPage'
import { EarlierChanges } from './EarlierChanges'
import { People } from './People'
import { Waiting } from './Waiting'

/** /admin/roles: who holds which roles, what waits for a second person, and what was changed by whom. */
export const RolesView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  return (
    <AdminPage
      lead="Who may do what. One owner asks for a change, another confirms it; nobody grants to themselves."
      needs={{ slug: 'role-grants', verb: 'read' }}
      path="/admin/roles"
      title="Roles"
      view={view}
    >
      {() => (
        <div className="ops-stack">
          <Waiting req={req} />
          <People req={req} />
          <EarlierChanges req={req} />
        </div>
      )}
    </AdminPage>
  )
}

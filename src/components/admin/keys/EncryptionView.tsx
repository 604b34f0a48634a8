import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '../page/AdminPage'
import { KeptEncrypted } from './KeptEncrypted'
import { KeyChanges } from './KeyChanges'

/** /admin/encryption: what a thief of the database could read, and how the keys are changed. */
export const EncryptionView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="What people tell the practice is kept encrypted, under a key for each patient. The key that locks those lies outside the database."
    needs={{ slug: 'key-rotations', verb: 'read' }}
    path="/admin/encryption"
    title="Encryption"
    view={view}
  >
    {() => (
      <div className="ops-stack">
        <KeyChanges req={view.initPageResult.req} />
        <KeptEncrypted req={view.initPageResult.req} />
      </div>
    )}
  </AdminPage>
)

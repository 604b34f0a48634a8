import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { actorOf, emergenciesOf } from '@/access/principal'
import { AdminPage } from '../page/AdminPage'
import { Card } from '../ui/Card'
import { EarlierAccesses } from './EarlierAccesses'
import { ReviewQueue } from './ReviewQueue'
import { StartEmergency } from './StartEmergency'

const Start = ({ req }: { req: PayloadRequest }) => {
  const [open] = emergenciesOf(actorOf(req))
  return (
    <Card title="Open a chart">
      {open ? (
        <p>
          A chart is open now: <a href={`/admin/patient/${open.patient}`}>go to it</a>. It closes by
          itself; end it above as soon as you know what you need.
        </p>
      ) : (
        <>
          <p>
            For the moment when somebody may be in danger and nobody of the care team can be
            reached. You read one chart for an hour and change nothing in it. Compliance and the
            clinician are told at once, and the patient sees it too.
          </p>
          <p>
            <StartEmergency isPrimary req={req} />
          </p>
        </>
      )}
    </Card>
  )
}

/** /admin/emergency-access: opening a chart in an emergency, and looking into those that were. */
export const EmergencyView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  return (
    <AdminPage
      lead="One chart, to read, for an hour, with a reason. Every one is reviewed by somebody else."
      needs={{ slug: 'break-glass-grants', verb: 'read' }}
      path="/admin/emergency-access"
      title="Emergency access"
      view={view}
    >
      {() => (
        <div className="ops-stack">
          {isGranted(req, 'break-glass-grants', 'start') ? <Start req={req} /> : null}
          {isGranted(req, 'break-glass-grants', 'review') ? <ReviewQueue req={req} /> : null}
          <EarlierAccesses req={req} />
        </div>
      )}
    </AdminPage>
  )
}

import type { PayloadRequest } from 'payload'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { RequestRow } from '../requests/RequestRow'
import { readRequests } from '../requests/readRequests'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'

/** Who asked for records of this patient, each with its clock and its next step (R62). */
export const RequestsCard = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const requests = await readRequests(req, { patient: { equals: id } }, { sort: '-receivedOn' })
  const enter = offered(req, { slug: 'record-requests', name: 'enter' })
  return (
    <Card
      aside={
        enter ? (
          <ActionButton
            action={enter}
            preset={{ patient: id }}
            target={{ slug: 'record-requests', id: null }}
          />
        ) : null
      }
      count={requests.length}
      title="Requests for records"
    >
      {requests.length ? null : (
        <Empty>
          Nobody asked. What the patient asks for on the private page appears here by itself.
        </Empty>
      )}
      <ul className="ops-queue ops-queue--wide">
        {requests.map((shown) => (
          <RequestRow isInChart key={shown.row.id} req={req} shown={shown} />
        ))}
      </ul>
    </Card>
  )
}

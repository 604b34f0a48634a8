import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { AdminPage } from '../page/AdminPage'
import { readRows } from '../page/read'
import { Empty } from '../ui/Empty'
import { WebhookCard } from './WebhookCard'

const shownEach = 10

const Webhooks = async ({ req }: { req: PayloadRequest }) => {
  const webhooks = await readRows(req, 'webhooks', { sort: 'name' })
  if (!webhooks.length) {
    return (
      <Empty>
        Nobody outside is told when something happens. Add a webhook for each program that has to
        know; its messages hold ids, never content.
      </Empty>
    )
  }
  const deliveries = await Promise.all(
    webhooks.map(({ id }) =>
      readRows(req, 'webhook-deliveries', {
        where: { webhook: { equals: id } },
        sort: '-occurredAt',
        limit: shownEach,
      }),
    ),
  )
  return (
    <div className="ops-stack">
      {webhooks.map((webhook, index) => (
        <WebhookCard
          deliveries={deliveries[index] ?? []}
          key={webhook.id}
          req={req}
          webhook={webhook}
        />
      ))}
    </div>
  )
}

/** /admin/webhooks: who outside is told what, and how the last messages went. */
export const WebhooksView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const register = offered(req, { slug: 'webhooks', name: 'register' })
  return (
    <AdminPage
      actions={
        register ? (
          <ActionButton action={register} isPrimary target={{ slug: 'webhooks', id: null }} />
        ) : null
      }
      lead="Programs outside that are told when something happens. A message is signed and names records by their ids alone."
      needs={{ slug: 'webhooks', verb: 'read' }}
      path="/admin/webhooks"
      title="Webhooks"
      view={view}
    >
      {() => <Webhooks req={req} />}
    </AdminPage>
  )
}

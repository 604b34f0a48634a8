import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { rowsNaming } from '@/hooks/rowsById'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { AdminPage } from '../page/AdminPage'
import { readRows, refIn } from '../page/read'
import { Empty } from '../ui/Empty'
import { ClientCard } from './ClientCard'

const Clients = async ({ req }: { req: PayloadRequest }) => {
  const [clients, keys] = await Promise.all([
    readRows(req, 'api-clients', { sort: 'name' }),
    readRows(req, 'api-keys', { sort: '-issuedAt', limit: 1000 }),
  ])
  if (!clients.length) {
    return (
      <Empty>
        No other software works with the practice’s records. Add a client for each program, so that
        each can be stopped alone.
      </Empty>
    )
  }
  const ids = [...new Set(clients.map((client) => refIn(client, 'owner')).filter(Boolean))]
  const people = ids.length
    ? await readRows(req, 'staff', { where: { id: { in: ids } }, select: ['name', 'isActive'] })
    : []
  const byClient = rowsNaming(keys, 'client')
  return (
    <div className="ops-stack">
      {clients.map((client) => (
        <ClientCard
          client={client}
          key={client.id}
          keys={byClient.get(client.id) ?? []}
          owner={people.find(({ id }) => id === refIn(client, 'owner')) ?? null}
          req={req}
        />
      ))}
    </div>
  )
}

/** /admin/api-clients: which software has a key, what it may do with it and who answers for it. */
export const ApiClientsView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const register = offered(req, { slug: 'api-clients', name: 'register' })
  return (
    <AdminPage
      actions={
        <>
          <a className="ops-button" href="/api/docs">
            What the API offers
          </a>
          {register ? (
            <ActionButton
              action={register}
              initial={{ callsPerMinute: 120 }}
              isPrimary
              target={{ slug: 'api-clients', id: null }}
            />
          ) : null}
        </>
      }
      lead="Other software that works with the practice’s records: what each may do, from where, and who answers for it."
      needs={{ slug: 'api-clients', verb: 'read' }}
      path="/admin/api-clients"
      title="API clients"
      view={view}
    >
      {() => <Clients req={req} />}
    </AdminPage>
  )
}

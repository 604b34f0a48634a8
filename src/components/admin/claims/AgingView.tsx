import type { AdminViewServerProps, PayloadRequest } from 'payload'
import type { Aging } from '@/collections/billing/ledger/agingEndpoint'
import { formatMoney } from '@/src/domain/money'
import { AdminPage } from '../page/AdminPage'
import { askDoor } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { AgingChart } from './AgingChart'

const Body = async ({ req }: { req: PayloadRequest }) => {
  const aging = await askDoor<Aging>(req, { slug: 'ledger-entries', path: '/aging' })
  if (!aging) return <p className="ops-muted">The books are for billing.</p>
  if (!aging.rows.length)
    return <Empty>Nothing is owed. Charges appear here once a session is completed.</Empty>
  return (
    <Card title={`${formatMoney(aging.total.totalCents)} owed`}>
      <AgingChart buckets={aging.buckets} cents={aging.total.cents} />
      <div className="ops-table-wrap">
        <table className="ops-table ops-table--wide">
          <caption className="ops-sr">What is owed, by days since the service</caption>
          <thead>
            <tr>
              <th scope="col">Who owes</th>
              {aging.buckets.map((bucket) => (
                <th className="ops-number" key={bucket} scope="col">
                  {bucket}
                </th>
              ))}
              <th className="ops-number" scope="col">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {aging.rows.map(({ payer, name, cents, totalCents }) => (
              <tr key={payer ?? 'patients'}>
                <th scope="row">
                  {payer ? <a href={`/admin/claim-board?payer=${payer}`}>{name}</a> : name}
                </th>
                {cents.map((amount, at) => (
                  <td className="ops-number" key={aging.buckets[at]}>
                    {amount ? formatMoney(amount) : '–'}
                  </td>
                ))}
                <td className="ops-number">{formatMoney(totalCents)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              {aging.total.cents.map((amount, at) => (
                <td className="ops-number" key={aging.buckets[at]}>
                  {formatMoney(amount)}
                </td>
              ))}
              <td className="ops-number">{formatMoney(aging.total.totalCents)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {aging.unappliedCents ? (
        <p className="ops-muted">
          {formatMoney(aging.unappliedCents)} of patients' money is not applied to a charge yet:{' '}
          <a href="/admin/collections/payments">Payments</a>.
        </p>
      ) : null}
    </Card>
  )
}

/** /admin/aging: who owes the practice how much, and for how long. */
export const AgingView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="Days count from the session. A name opens that payer's claims."
    needs={{ slug: 'ledger-entries', verb: 'read' }}
    path="/admin/aging"
    title="Aging"
    view={view}
  >
    {() => <Body req={view.initPageResult.req} />}
  </AdminPage>
)

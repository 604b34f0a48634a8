import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { formatMoney } from '@/src/domain/money'
import { spellDay } from '../fields/spellDay'
import { AdminPage } from '../page/AdminPage'
import { paramIn } from '../page/params'
import { numberIn, readRows, textIn } from '../page/read'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'
import { ImportForm } from './ImportForm'
import { PaperForm } from './PaperForm'
import { RemittancePanel } from './RemittancePanel'

const path = '/admin/remittances-post'
const mostShown = 20

const Remittances = async ({ req, opened }: { req: PayloadRequest; opened: string }) => {
  const rows = await readRows(req, 'remittances', {
    sort: '-importedAt',
    limit: mostShown,
    select: ['payerName', 'traceNumber', 'paymentDate', 'paymentCents', 'parkedCents', 'status'],
  })
  const payers = await readRows(req, 'payers', {
    where: { and: [{ isActive: { equals: true } }, { isSelfPay: { not_equals: true } }] },
    sort: 'name',
    select: ['name'],
  })
  const current = opened || rows[0]?.id || ''
  return (
    <>
      <div className="ops-doors">
        {isGranted(req, 'remittances', 'import') ? <ImportForm isOpen={rows.length === 0} /> : null}
        {isGranted(req, 'remittances', 'enter') ? (
          <PaperForm
            payers={payers.map((payer) => ({ id: payer.id, name: textIn(payer, 'name') }))}
          />
        ) : null}
      </div>
      <div className={`ops-board${opened ? ' ops-board--open' : ''}`}>
        <div className="ops-board__list">
          {rows.length === 0 ? (
            <Empty>No remittance yet. Import the 835 file of a payer above.</Empty>
          ) : null}
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <a
                  aria-current={row.id === current ? 'true' : undefined}
                  className="ops-board__line"
                  href={`${path}?open=${row.id}`}
                >
                  <span className="ops-row ops-row--between">
                    <span className="ops-board__name">{textIn(row, 'payerName') || 'Payer'}</span>
                    <span className="ops-number">{formatMoney(numberIn(row, 'paymentCents'))}</span>
                  </span>
                  <span className="ops-small ops-muted">
                    {spellDay(textIn(row, 'paymentDate'))} · {textIn(row, 'traceNumber')}
                  </span>
                  <span className="ops-row">
                    <StateChip state={textIn(row, 'status')} />
                    {numberIn(row, 'parkedCents') !== 0 ? (
                      <span className="ops-small ops-number">
                        {formatMoney(numberIn(row, 'parkedCents'))} parked
                      </span>
                    ) : null}
                  </span>
                </a>
              </li>
            ))}
          </ul>
          {rows.length === mostShown ? (
            <p>
              Earlier ones are in <a href="/admin/collections/remittances">the list of all</a>.
            </p>
          ) : null}
        </div>
        {current ? <RemittancePanel id={current} req={req} /> : null}
      </div>
    </>
  )
}

/** /admin/remittances-post: import an 835, see that it adds up, post it, give parked money a home. */
export const RemittanceView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="What payers paid. Lines that match our claims post by themselves; the rest is parked until you say where it belongs."
    needs={{ slug: 'remittances', verb: 'read' }}
    path={path}
    title="Remittances"
    view={view}
  >
    {() => (
      <Remittances opened={paramIn(view.searchParams, 'open')} req={view.initPageResult.req} />
    )}
  </AdminPage>
)

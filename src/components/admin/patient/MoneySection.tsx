import type { PayloadRequest } from 'payload'
import { formatMoney } from '@/src/domain/money'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { spellDay } from '../fields/spellDay'
import { numberIn, type Row, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'

/** MN-7: keeps a service from the plan, or says that it may be told after all. */
const KeepFromPlan = ({ req, charge }: { req: PayloadRequest; charge: Row }) => {
  const name = charge['isKeptFromPlan'] === true ? 'tell-plan' : 'keep-from-plan'
  const action = offered(req, { slug: 'charges', name, record: charge })
  return action?.isPossible ? (
    <ActionButton
      about={`${spellDay(textIn(charge, 'serviceDate'))}, ${textIn(charge, 'code')}`}
      action={action}
      target={{ slug: 'charges', id: charge.id, rev: numberIn(charge, 'rev') }}
    />
  ) : null
}

/** Charges, payments and statements of one patient, for those who handle money. */
export const MoneySection = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const of = { patient: { equals: id } }
  const [charges, payments, statements] = await Promise.all([
    readRows(req, 'charges', { where: of, sort: '-serviceDate', limit: 100 }),
    readRows(req, 'payments', { where: of, sort: '-receivedOn', limit: 50 }),
    readRows(req, 'statements', { where: of, sort: '-statementDate', limit: 20 }),
  ])
  const record = offered(req, { slug: 'payments', name: 'record' })
  const issue = offered(req, { slug: 'statements', name: 'issue' })
  return (
    <>
      <Card count={charges.length} title="Charges">
        {charges.length === 0 ? (
          <Empty>No charge yet. One appears when a session is completed.</Empty>
        ) : null}
        <ul className="ops-queue">
          {charges.map((row) => (
            <li key={row.id}>
              <a className="ops-number" href={`/admin/collections/charges/${row.id}`}>
                {spellDay(textIn(row, 'serviceDate'))} · {textIn(row, 'code')} ·{' '}
                {formatMoney(numberIn(row, 'amountCents'))}
              </a>
              <span className="ops-row">
                {row['isKeptFromPlan'] === true ? (
                  <Chip icon="person" tone="info">
                    Kept from the plan
                  </Chip>
                ) : null}
                <StateChip state={textIn(row, 'status')} />
                <KeepFromPlan charge={row} req={req} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card
        aside={
          record ? (
            <ActionButton
              action={record}
              preset={{ patient: id }}
              target={{ slug: 'payments', id: null }}
            />
          ) : null
        }
        count={payments.length}
        title="Payments"
      >
        {payments.length === 0 ? <Empty>Nothing was paid by the patient yet.</Empty> : null}
        <ul className="ops-queue">
          {payments.map((row) => (
            <li className="ops-number" key={row.id}>
              <a href={`/admin/collections/payments/${row.id}`}>
                {spellDay(textIn(row, 'receivedOn'))}
              </a>
              <span>{formatMoney(numberIn(row, 'amountCents'))}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card
        aside={
          issue ? (
            <ActionButton
              action={issue}
              preset={{ patient: id }}
              target={{ slug: 'statements', id: null }}
            />
          ) : null
        }
        count={statements.length}
        title="Statements"
      >
        {statements.length === 0 ? (
          <Empty>No statement yet. It waits until the payer has answered.</Empty>
        ) : null}
        <ul className="ops-queue">
          {statements.map((row) => (
            <li className="ops-number" key={row.id}>
              <a href={`/admin/collections/statements/${row.id}`}>
                {spellDay(textIn(row, 'statementDate'))} · {textIn(row, 'statementNumber')}
              </a>
              <span className="ops-row">
                {formatMoney(numberIn(row, 'totalCents'))}
                <StateChip state={textIn(row, 'status')} />
                <a className="ops-button" href={`/api/statements/${row.id}/pdf`}>
                  PDF
                </a>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

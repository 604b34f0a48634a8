import type { Metadata } from 'next'
import Link from 'next/link'
import { Chip } from '@/src/components/portal/Chip'
import { countOf } from '@/src/domain/countOf'
import { formatMoney } from '@/src/domain/money'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { type Balance, readStatements, type Statement } from '@/src/lib/portal/readStatements'

export const metadata: Metadata = { title: 'Statements' }

const StatementChip = ({ statement }: { statement: Statement }) => {
  if (statement.status === 'paid') return <Chip tone="ok">Paid</Chip>
  if (statement.status === 'voided') return <Chip tone="info">Withdrawn</Chip>
  if (statement.payableCents > 0) return <Chip tone="warn">To pay</Chip>
  return <Chip tone="info">Settled by a newer one</Chip>
}

/** What is owed in all, and why that may differ from the statement to pay. */
const Owed = ({ balance: { netDueCents, statement, waitingCount } }: { balance: Balance }) => {
  const laterCents = netDueCents - (statement?.payableCents ?? 0)
  return (
    <section className="card" aria-labelledby="balance">
      <h2 id="balance">You owe</h2>
      <p className="sum">{formatMoney(netDueCents)}</p>
      {laterCents > 0 ? (
        <p className="muted">
          {laterCents < netDueCents ? `${formatMoney(laterCents)} of it` : 'It'} is on no statement
          yet and comes with the next one.
        </p>
      ) : null}
      {waitingCount ? (
        <p className="muted">
          {countOf(waitingCount, 'service')} not counted here: your insurance has not answered yet.
        </p>
      ) : null}
    </section>
  )
}

const Page = async () => {
  const visit = await portalVisit('/portal/statements')
  const [{ statements, balance }, { phone }] = await Promise.all([
    readStatements(visit),
    practiceFacts(),
  ])
  return (
    <>
      <h1>Statements</h1>
      {visit.isProxy ? null : <Owed balance={balance} />}
      {statements.length ? (
        <ul className="list">
          {statements.map((statement) => (
            <li key={statement.id}>
              <Link className="row" href={`/portal/statements/${statement.id}`}>
                <span className="row-text">
                  <span className="row-title">Statement of {statement.issuedOn}</span>
                  <span className="muted">{formatMoney(statement.totalCents)}</span>
                </span>
                <StatementChip statement={statement} />
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="lead">
          No statement yet. One comes only after the insurance has answered. Questions about money?
          Call us{phone ? ` at ${phone}` : ''}.
        </p>
      )}
    </>
  )
}

export default Page

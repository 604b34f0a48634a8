import type { Metadata } from 'next'
import Link from 'next/link'
import { Chip } from '@/src/components/portal/Chip'
import { formatMoney } from '@/src/domain/money'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { readStatements, type Statement } from '@/src/lib/portal/readStatements'
import { countOf } from '@/src/lib/portal/text'

export const metadata: Metadata = { title: 'Statements' }

const StatementChip = ({ statement }: { statement: Statement }) => {
  if (statement.status === 'paid') return <Chip tone="ok">Paid</Chip>
  if (statement.status === 'voided') return <Chip tone="info">Withdrawn</Chip>
  if (statement.payableCents > 0) return <Chip tone="warn">To pay</Chip>
  return <Chip tone="info">Settled by a newer one</Chip>
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
      <section className="card" aria-labelledby="balance">
        <h2 id="balance">You owe</h2>
        <p className="sum">{formatMoney(balance.netDueCents)}</p>
        {balance.waitingCount ? (
          <p className="muted">
            {countOf(balance.waitingCount, 'service')} not counted here: your insurance has not
            answered yet.
          </p>
        ) : null}
      </section>
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
          No statement yet. You get one only after your insurance has answered. Questions about
          money? Call us{phone ? ` at ${phone}` : ''}.
        </p>
      )}
    </>
  )
}

export default Page

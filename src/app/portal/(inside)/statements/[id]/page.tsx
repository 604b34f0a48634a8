import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cardProvider } from '@/collections/billing/payments/provider'
import { BackLink } from '@/src/components/portal/BackLink'
import { Notice } from '@/src/components/portal/Notice'
import { PayForm } from '@/src/components/portal/PayForm'
import { StatementLines } from '@/src/components/portal/StatementLines'
import { countOf } from '@/src/domain/countOf'
import { formatMoney } from '@/src/domain/money'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { readStatements } from '@/src/lib/portal/readStatements'

export const metadata: Metadata = { title: 'Statement' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ paid?: string }> }

const Page = async ({ params, searchParams }: Props) => {
  const { id } = await params
  const visit = await portalVisit(`/portal/statements/${id}`)
  const [{ paid }, { statements }, { phone }] = await Promise.all([
    searchParams,
    readStatements(visit),
    practiceFacts(),
  ])
  const statement = statements.find((each) => each.id === id)
  if (!statement) notFound()
  const { model, payableCents } = statement
  const provider = cardProvider()
  return (
    <>
      <BackLink href="/portal/statements">Statements</BackLink>
      <h1>Statement of {statement.issuedOn}</h1>
      {paid ? (
        <Notice tone="ok" isAnnounced>
          <p>Thank you. Your payment was received.</p>
        </Notice>
      ) : null}
      {statement.status === 'voided' ? (
        <Notice tone="info">
          <p>This statement was withdrawn. You owe nothing on it.</p>
        </Notice>
      ) : null}
      <section className="card" aria-labelledby="to-pay">
        <h2 id="to-pay">{payableCents ? 'To pay' : 'Nothing to pay on this statement'}</h2>
        {payableCents ? (
          <>
            <p className="sum">{formatMoney(payableCents)}</p>
            <p>Please pay by {statement.dueOn}.</p>
          </>
        ) : null}
        {statement.paidCents ? <p>Paid so far: {formatMoney(statement.paidCents)}.</p> : null}
        <p>
          <a className="link" href={`/portal/api/statements/${id}/pdf`}>
            Open as PDF
          </a>
          <span className="muted"> (statement {statement.number})</span>
        </p>
      </section>
      {payableCents > 0 && provider ? (
        <PayForm
          key={payableCents}
          statementId={id}
          payableCents={payableCents}
          isTest={provider.isTest}
        />
      ) : null}
      {payableCents > 0 && !provider ? (
        <p className="lead">
          Pay at the office, by cash, check or card{phone ? `, or call us at ${phone}` : ''}.
        </p>
      ) : null}
      {model ? <StatementLines model={model} /> : null}
      {model?.waitingCount ? (
        <p className="muted">
          {countOf(model.waitingCount, 'service')} not on this statement: your insurance had not
          answered yet.
        </p>
      ) : null}
    </>
  )
}

export default Page

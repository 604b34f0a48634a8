import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { Chip } from '@/src/components/portal/Chip'
import { DisagreeForm } from '@/src/components/portal/DisagreeForm'
import { Notice } from '@/src/components/portal/Notice'
import { formatDate } from '@/src/domain/calendarDate'
import { type StoredRow, textIn } from '@/src/domain/row'
import { amendableClasses, amendmentGrounds } from '@/src/domain/sharing/amendments'
import { labelIn } from '@/src/domain/sharing/codes'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { findRows } from '@/src/lib/portal/rows'
import { whoseRecord } from '@/src/lib/portal/whoseRecord'

export const metadata: Metadata = { title: 'Changes to the record' }

const states: Readonly<Record<string, { tone: 'ok' | 'info' | 'warn'; label: string }>> = {
  open: { tone: 'info', label: 'Being looked at' },
  accepted: { tone: 'ok', label: 'Accepted' },
  denied: { tone: 'warn', label: 'Not changed' },
  withdrawn: { tone: 'info', label: 'Withdrawn' },
}

const Line = ({ label, text }: { label: string; text: string }) =>
  text ? (
    <p>
      <span className="muted">{label}</span>
      <br />
      {text}
    </p>
  ) : null

const Request = ({ row, phone }: { row: StoredRow; phone: string }) => {
  const status = textIn(row, 'status')
  const state = states[status] ?? { tone: 'info' as const, label: status }
  const title = `${labelIn(amendableClasses, row['about'])}, asked on ${formatDate(textIn(row, 'receivedOn'))}`
  return (
    <section aria-label={title} className="card">
      <h2>{title}</h2>
      <p>
        <Chip tone={state.tone}>{state.label}</Chip>
      </p>
      {status === 'open' ? <p>You have our answer by {formatDate(textIn(row, 'dueOn'))}.</p> : null}
      <Line label="Why it takes longer" text={textIn(row, 'extensionReason')} />
      <Line label="What you wrote" text={textIn(row, 'wrong')} />
      <Line label="What it should say" text={textIn(row, 'wish')} />
      <Line label="What we did" text={textIn(row, 'answer')} />
      <Line label="Who was told" text={textIn(row, 'told')} />
      {status === 'denied' ? (
        <>
          <Line
            label="Why it was not changed"
            text={`${labelIn(amendmentGrounds, row['denialGround'])}. ${textIn(row, 'denialReason')}`}
          />
          <Line label="Your statement, kept with the record" text={textIn(row, 'statement')} />
          {textIn(row, 'statement') ? null : (
            <details>
              <summary>I disagree</summary>
              <DisagreeForm requestId={row.id} />
            </details>
          )}
          <p className="muted">
            You may complain to us{phone ? ` at ${phone}` : ''}, or to the Office for Civil Rights
            of the U.S. Department of Health and Human Services. Nobody here treats you differently
            because of it.
          </p>
        </>
      ) : null}
    </section>
  )
}

type Props = { searchParams: Promise<{ sent?: string }> }

const Page = async ({ searchParams }: Props) => {
  const visit = await portalVisit('/portal/amendments')
  const whose = await whoseRecord(visit)
  if (!whose) notFound()
  const [{ sent }, rows, { phone }] = await Promise.all([
    searchParams,
    findRows(visit.req, 'amendment-requests', { sort: '-receivedOn' }),
    practiceFacts(),
  ])
  return (
    <>
      {whose.isOwn ? (
        <BackLink href="/portal/details">My details</BackLink>
      ) : (
        <BackLink href="/portal">Home</BackLink>
      )}
      <h1>Changes to {whose.words}</h1>
      <p className="lead">
        Is something in {whose.isOwn ? 'your record' : 'it'} wrong or missing? Ask us to change it.
        We answer within 60 days.
      </p>
      {whose.isOwn ? null : (
        <p className="muted">Here is what you asked for. {whose.name} can read it, too.</p>
      )}
      {sent ? (
        <Notice tone="ok" isAnnounced>
          <p>Your request is here. You hear from us.</p>
        </Notice>
      ) : null}
      <p>
        <Link className="button" href="/portal/amendments/new">
          Ask to change something
        </Link>
      </p>
      {rows.map((row) => (
        <Request key={row.id} phone={phone} row={row} />
      ))}
    </>
  )
}

export default Page

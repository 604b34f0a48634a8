import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { Notice } from '@/src/components/portal/Notice'
import { formatDate } from '@/src/domain/calendarDate'
import { type AccountingLine, accountingTitles } from '@/src/domain/sharing/accountingPdf'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { readReceived } from '@/src/lib/portal/readReceived'

export const metadata: Metadata = { title: 'Who received my records' }

const parts = ['released', 'countable', 'part2'] as const

const Line = ({ line }: { line: AccountingLine }) => (
  <li>
    <span className="row">
      <span className="row-text">
        <span className="row-title">{line.recipient}</span>
        <span>{line.what}</span>
        <span className="muted">
          {line.why.replace(/\.$/, '')}. {line.ground}.
        </span>
      </span>
      <span className="muted">{formatDate(line.sentOn)}</span>
    </span>
  </li>
)

const Page = async () => {
  const visit = await portalVisit('/portal/sharing/received')
  // The list is the patient's own right.
  if (visit.isProxy) notFound()
  const [report, { name, phone }] = await Promise.all([readReceived(visit), practiceFacts()])
  const shown = parts.filter((part) => report[part].length)
  return (
    <>
      <BackLink href="/portal/sharing">Sharing</BackLink>
      <h1>Who received my records</h1>
      <p className="lead">
        What left {name} since {formatDate(report.since)}, the newest first.
      </p>
      {shown.length ? null : (
        <Notice tone="ok">
          <p>Nothing of your record went to anybody on this list.</p>
        </Notice>
      )}
      {shown.map((part) => (
        <section className="stack" aria-labelledby={part} key={part}>
          <h2 id={part}>{accountingTitles[part]}</h2>
          <ul className="list">
            {report[part].map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a className="link" href={`/portal/api/patients/${visit.patientId}/accounting/pdf`}>
          Open as PDF
        </a>
      </p>
      <p className="muted">
        What goes to your insurance to be paid, to others who treat you, and to yourself is not on
        this list: the law does not ask for it. Who opened your record here at the practice is under{' '}
        <Link href="/portal/who-saw">who saw my record</Link>. Questions? Call us
        {phone ? ` at ${phone}` : ''} and ask for the person responsible for privacy.
      </p>
    </>
  )
}

export default Page

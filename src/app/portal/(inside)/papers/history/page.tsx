import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryForm } from '@/src/components/portal/HistoryForm'
import { Notice } from '@/src/components/portal/Notice'
import { PaperHead } from '@/src/components/portal/PaperHead'
import { type StoredRow, textIn } from '@/src/domain/row'
import { historySections } from '@/src/lib/portal/historySections'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { placeOf, readPapers } from '@/src/lib/portal/readPapers'
import { findRows } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Your history' }

const href = '/portal/papers/history'

const textsOf = (row: StoredRow | undefined): Record<string, string> =>
  Object.fromEntries(historySections.map(({ name }) => [name, textIn(row, name)]))

type SentProps = { texts: Readonly<Record<string, string>>; wasSent: boolean }

const Sent = ({ texts, wasSent }: SentProps) => (
  <>
    <h1>Your history</h1>
    <Notice tone={wasSent ? 'ok' : 'info'}>
      <p>
        {wasSent
          ? 'You sent this to your therapist. If something has changed, tell them when you meet.'
          : 'Your therapist has begun your record. What you want to add, tell them when you meet.'}
      </p>
    </Notice>
    <dl className="document">
      {historySections.map(({ name, title }) => (
        <div key={name}>
          <dt className="muted">{title}</dt>
          <dd className="keep-lines">{texts[name] || 'Nothing written'}</dd>
        </div>
      ))}
    </dl>
  </>
)

const Page = async () => {
  const visit = await portalVisit(href)
  // The patient's own; who acts for them has no part in it.
  if (visit.isProxy) notFound()
  const [papers, assessments] = await Promise.all([
    readPapers(visit),
    findRows(visit.req, 'intake-assessments', { sort: '-startedAt' }),
  ])
  const assessment = assessments.find((row) => textIn(row, 'status') === 'open') ?? assessments[0]
  const place = placeOf(papers, href)
  const texts = textsOf(assessment)
  const isOpen = !assessment || textIn(assessment, 'status') === 'open'
  return (
    <>
      <PaperHead place={place} />
      {isOpen ? (
        <HistoryForm
          patientId={visit.patientId}
          assessmentId={assessment?.id ?? null}
          sections={historySections}
          saved={texts}
          nextHref={place.nextHref}
        />
      ) : (
        <Sent texts={texts} wasSent={Boolean(textIn(assessment, 'submittedAt'))} />
      )}
    </>
  )
}

export default Page

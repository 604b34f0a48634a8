import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MeasureForm } from '@/src/components/portal/MeasureForm'
import { Notice } from '@/src/components/portal/Notice'
import { PaperHead } from '@/src/components/portal/PaperHead'
import { findMeasure } from '@/src/domain/measures/catalog'
import type { Measure } from '@/src/domain/measures/types'
import { type StoredRow, textIn } from '@/src/domain/row'
import { showDay } from '@/src/lib/portal/dates'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { placeOf, readPapers } from '@/src/lib/portal/readPapers'
import { findRow } from '@/src/lib/portal/rows'
import { savedAnswers } from '@/src/lib/portal/savedAnswers'

export const metadata: Metadata = { title: 'Questionnaire' }

const measureOf = (row: StoredRow): Measure | null => {
  const version = textIn(row, 'measureVersion')
  const id = textIn(row, 'measureId')
  return findMeasure(version ? `${id}@${version}` : id)
}

const Answered = ({ measure, row }: { measure: Measure; row: StoredRow }) => {
  const answers = savedAnswers(measure, textIn(row, 'answers'))
  return (
    <>
      <h1>{measure.title}</h1>
      <Notice tone="ok">
        <p>You sent these answers on {showDay(textIn(row, 'submittedAt'))}.</p>
      </Notice>
      <dl className="document">
        {measure.items.map((item) => (
          <div key={item.id}>
            <dt>{item.text}</dt>
            <dd>
              <strong>
                {item.options.find(({ value }) => value === answers[item.id])?.label ??
                  'Not answered'}
              </strong>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const href = `/portal/papers/questionnaire/${id}`
  const visit = await portalVisit(href)
  const row = await findRow(visit.req, 'measure-responses', id)
  const measure = row ? measureOf(row) : null
  if (!row || !measure) notFound()
  const [papers, { phone }] = await Promise.all([readPapers(visit), practiceFacts()])
  const place = placeOf(papers, href)
  return (
    <>
      <PaperHead place={place} />
      {textIn(row, 'status') === 'assigned' ? (
        <MeasureForm
          responseId={id}
          measure={measure}
          saved={savedAnswers(measure, textIn(row, 'answers'))}
          phone={phone}
          nextHref={place.nextHref}
        />
      ) : (
        <Answered measure={measure} row={row} />
      )}
    </>
  )
}

export default Page

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AmendmentForm } from '@/src/components/portal/AmendmentForm'
import { BackLink } from '@/src/components/portal/BackLink'
import { formatDate } from '@/src/domain/calendarDate'
import { textIn } from '@/src/domain/row'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { findRow } from '@/src/lib/portal/rows'
import { whoseRecord } from '@/src/lib/portal/whoseRecord'

export const metadata: Metadata = { title: 'Ask to change the record' }

type Props = { searchParams: Promise<{ note?: string | string[] }> }

const Page = async ({ searchParams }: Props) => {
  const { note } = await searchParams
  const noteId = typeof note === 'string' ? note : ''
  const visit = await portalVisit('/portal/amendments/new')
  const row = noteId ? await findRow(visit.req, 'progress-notes', noteId) : null
  const whose = await whoseRecord(visit)
  if (!whose || (noteId && !row)) notFound()
  const day = textIn(row, 'serviceDate')
  return (
    <>
      <BackLink href="/portal/amendments">{`Changes to ${whose.words}`}</BackLink>
      <h1>Ask to change {whose.words}</h1>
      <p className="lead">
        What was signed is never erased: where you are right, {whose.isOwn ? 'your' : 'the'}{' '}
        therapist adds to it. Where we do not change it, what you say about it stays with it.
      </p>
      <AmendmentForm
        noteId={row ? noteId : ''}
        noteTitle={day ? `Note of ${formatDate(day)}` : 'A note'}
      />
    </>
  )
}

export default Page

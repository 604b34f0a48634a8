import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AmendmentForm } from '@/src/components/portal/AmendmentForm'
import { BackLink } from '@/src/components/portal/BackLink'
import { formatDate } from '@/src/domain/calendarDate'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { findRow, textOf } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Ask to change my record' }

type Props = { searchParams: Promise<{ note?: string | string[] }> }

const Page = async ({ searchParams }: Props) => {
  const { note } = await searchParams
  const noteId = typeof note === 'string' ? note : ''
  const visit = await portalVisit('/portal/amendments/new')
  const row = noteId ? await findRow(visit.req, 'progress-notes', noteId) : null
  if (visit.isProxy || (noteId && !row)) notFound()
  const day = textOf(row, 'serviceDate')
  return (
    <>
      <BackLink href="/portal/amendments">Changes to my record</BackLink>
      <h1>Ask to change my record</h1>
      <p className="lead">
        What was signed is never erased: where you are right, your therapist adds to it. Where we do
        not change it, what you say about it stays with it.
      </p>
      <AmendmentForm
        noteId={row ? noteId : ''}
        noteTitle={day ? `Note of ${formatDate(day)}` : 'A note'}
      />
    </>
  )
}

export default Page

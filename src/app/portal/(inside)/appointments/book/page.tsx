import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { actorOf } from '@/access/principal'
import { BackLink } from '@/src/components/portal/BackLink'
import { BookForm } from '@/src/components/portal/BookForm'
import { Notice } from '@/src/components/portal/Notice'
import { idIn, textIn } from '@/src/domain/row'
import { clinicianNames } from '@/src/lib/portal/clinicianNames'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { findRow, findRows, numberOf } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Book a visit' }

const Page = async () => {
  const visit = await portalVisit('/portal/appointments/book')
  if (!visit.isProxy) notFound()
  const rights = actorOf(visit.req).proxy?.rights ?? []
  const [patient, [last], { phone }] = await Promise.all([
    findRow(visit.req, 'patients', visit.patientId),
    findRows(visit.req, 'appointments', {
      where: { kind: { equals: 'individual' } },
      sort: '-startsAt',
      limit: 1,
    }),
    practiceFacts(),
  ])
  const name = textIn(patient, 'firstName')
  const names = await clinicianNames(visit.req, [idIn(last, 'clinician') ?? ''])
  const clinician = names.get(idIn(last, 'clinician') ?? '')
  const call = phone ? ` at ${phone}` : ''
  return (
    <>
      <BackLink href="/portal/appointments">Visits</BackLink>
      <h1>Book a visit{name ? ` for ${name}` : ''}</h1>
      {rights.includes('booking') ? null : (
        <Notice tone="info">
          <p>
            {rights.includes('records')
              ? 'You can see records but not book.'
              : 'You cannot book visits.'}{' '}
            Ask the office{call} if you think that is wrong.
          </p>
        </Notice>
      )}
      {rights.includes('booking') && last && clinician ? (
        <>
          <p className="lead">
            {numberOf(last, 'minutes') ?? 50} minutes with {clinician}, at least a day ahead.
          </p>
          <BookForm
            clinicianId={idIn(last, 'clinician') ?? ''}
            format={textIn(last, 'format')}
            location={idIn(last, 'location') ?? ''}
            minutes={numberOf(last, 'minutes') ?? 50}
            patientId={visit.patientId}
          />
        </>
      ) : null}
      {rights.includes('booking') && !(last && clinician) ? (
        <p>Call us{call} for the first visit: we find the right therapist with you.</p>
      ) : null}
    </>
  )
}

export default Page

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DetailsForm } from '@/src/components/portal/DetailsForm'
import { formatDate } from '@/src/domain/calendarDate'
import { numberIn, textIn } from '@/src/domain/row'
import { detailFields } from '@/src/lib/portal/detailFields'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { findRow } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'My details' }

const Page = async () => {
  const visit = await portalVisit('/portal/details')
  // The patient's own; who acts for them has no part in it.
  if (visit.isProxy) notFound()
  const patient = await findRow(visit.req, 'patients', visit.patientId)
  if (!patient) notFound()
  const birth = textIn(patient, 'dateOfBirth')
  const legalName = ['firstName', 'middleName', 'lastName'].map((name) => textIn(patient, name))
  return (
    <>
      <h1>My details</h1>
      <p className="lead">Keep them right, so that we reach you and nobody else.</p>
      <dl className="facts">
        <dt>Legal name</dt>
        <dd>{legalName.filter(Boolean).join(' ')}</dd>
        {birth ? (
          <>
            <dt>Date of birth</dt>
            <dd>{formatDate(birth)}</dd>
          </>
        ) : null}
      </dl>
      <p className="muted">Is one of these wrong? Call us: we change it with you.</p>
      <DetailsForm
        patientId={patient.id}
        rev={numberIn(patient, 'rev')}
        values={Object.fromEntries(detailFields.map(({ name }) => [name, textIn(patient, name)]))}
        allowed={{
          mayEmail: patient['mayEmail'] === true,
          mayText: patient['mayText'] === true,
          mayLeaveVoicemail: patient['mayLeaveVoicemail'] === true,
        }}
      />
      <h2>Reach me another way</h2>
      <p>
        <Link className="link" href="/portal/details/reach">
          Another number or address, no voicemail, no e-mail, plain envelopes
        </Link>
      </p>
      <h2>Something in my record is wrong</h2>
      <p>
        <Link className="link" href="/portal/amendments">
          Ask to change it, and what became of it
        </Link>
      </p>
      <h2>Who saw my record</h2>
      <p>
        <Link className="link" href="/portal/who-saw">
          Everybody who opened your record, and when
        </Link>
      </p>
    </>
  )
}

export default Page

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { ReachForm } from '@/src/components/portal/ReachForm'
import { numberIn, textIn } from '@/src/domain/row'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { findRow } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'How to reach me' }

const Page = async () => {
  const visit = await portalVisit('/portal/details/reach')
  const patient = visit.isProxy ? null : await findRow(visit.req, 'patients', visit.patientId)
  if (!patient) notFound()
  return (
    <>
      <BackLink href="/portal/details">My details</BackLink>
      <h1>How to reach me</h1>
      <p className="lead">
        You decide where we call, write and send letters. You need not say why, and nobody here
        asks.
      </p>
      <ReachForm
        patientId={patient.id}
        rev={numberIn(patient, 'rev')}
        values={{
          privatePhone: textIn(patient, 'privatePhone'),
          privateEmail: textIn(patient, 'privateEmail'),
          privateAddress: textIn(patient, 'privateAddress'),
        }}
        isTicked={{
          mayLeaveVoicemail: patient['mayLeaveVoicemail'] === true,
          noEmail: patient['noEmail'] === true,
          isNeutralOutside: patient['isNeutralOutside'] === true,
        }}
      />
    </>
  )
}

export default Page

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { AllowForm } from '@/src/components/portal/sharing/AllowForm'
import { releaseKindOf } from '@/src/domain/sharing/releaseKinds'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'

export const metadata: Metadata = { title: 'Allow somebody to get my records' }

const Page = async () => {
  const visit = await portalVisit('/portal/sharing/allow')
  // Somebody who acts for a patient signs nothing here.
  if (visit.isProxy) notFound()
  const { name } = await practiceFacts()
  return (
    <>
      <BackLink href="/portal/sharing">Sharing</BackLink>
      <h1>Allow somebody to get my records</h1>
      <p className="lead">
        You decide who gets what, what for, and until when. It lets us share; it does not make us.
        Ask us, or let them ask, when something should be sent.
      </p>
      <AllowForm practice={name} statements={releaseKindOf('general')?.statements ?? []} />
      <p className="muted">
        Records about treatment of substance use, and private notes, need a form of their own. Ask
        us for it: you sign it here as well.
      </p>
    </>
  )
}

export default Page

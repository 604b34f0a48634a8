import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { PlanDeclineForm } from '@/src/components/portal/PlanDeclineForm'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { readPlan } from '@/src/lib/portal/readPlan'

export const metadata: Metadata = { title: 'I do not agree to the plan' }

const Page = async () => {
  const visit = await portalVisit('/portal/plan/decline')
  const shared = await readPlan(visit)
  if (shared?.status !== 'shared') redirect('/portal/plan')
  return (
    <>
      <BackLink href="/portal/plan">Read the plan again</BackLink>
      <h1>What should be different?</h1>
      <p className="lead">
        It is your plan. Saying no ends nothing: your therapist reads what you write and talks with
        you about another plan.
      </p>
      <PlanDeclineForm planId={shared.plan.id} />
    </>
  )
}

export default Page

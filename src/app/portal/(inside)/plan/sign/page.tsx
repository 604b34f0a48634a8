import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { PlanSignForm } from '@/src/components/portal/PlanSignForm'
import { countOf } from '@/src/domain/countOf'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { readPlan } from '@/src/lib/portal/readPlan'

export const metadata: Metadata = { title: 'Sign my plan' }

const Page = async () => {
  const visit = await portalVisit('/portal/plan/sign')
  const shared = await readPlan(visit)
  if (shared?.status !== 'shared') redirect('/portal/plan')
  const goals = shared.problems.flatMap((problem) => problem.goals)
  return (
    <>
      <BackLink href="/portal/plan">Read the plan again</BackLink>
      <h1>Sign my plan</h1>
      <p className="lead">
        You sign the plan as you read it, with {countOf(goals.length, 'goal')}. You can ask to
        change it at any time.
      </p>
      <PlanSignForm planId={shared.plan.id} />
    </>
  )
}

export default Page

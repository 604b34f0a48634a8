import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { CommentForm } from '@/src/components/portal/CommentForm'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { readPlan } from '@/src/lib/portal/readPlan'

export const metadata: Metadata = { title: 'Comment on my plan' }

type Props = { searchParams: Promise<{ about?: string }> }

const Page = async ({ searchParams }: Props) => {
  const visit = await portalVisit('/portal/plan/comment')
  const [{ about }, shared] = await Promise.all([searchParams, readPlan(visit)])
  if (!shared) redirect('/portal/plan')
  const goal = shared.problems.flatMap((problem) => problem.goals).find(({ key }) => key === about)
  return (
    <>
      <BackLink href="/portal/plan">My plan</BackLink>
      <h1>{goal ? 'What do you think of this goal?' : 'What do you think of the plan?'}</h1>
      {goal ? <p className="goal">{goal.text}</p> : null}
      <CommentForm planId={shared.plan.id} aboutKey={goal?.key ?? ''} />
    </>
  )
}

export default Page

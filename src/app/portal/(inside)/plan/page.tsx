import type { Metadata } from 'next'
import Link from 'next/link'
import { CommentList } from '@/src/components/portal/CommentList'
import { Notice } from '@/src/components/portal/Notice'
import { PlanTree } from '@/src/components/portal/PlanTree'
import { formatDate } from '@/src/domain/calendarDate'
import { textIn } from '@/src/domain/row'
import { showDay, showMoment } from '@/src/lib/portal/dates'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { type PortalPlan, readPlan } from '@/src/lib/portal/readPlan'

export const metadata: Metadata = { title: 'My plan' }

const facts = [
  { name: 'natureOfService', label: 'What we do together' },
  { name: 'frequency', label: 'How often' },
  { name: 'schedule', label: 'How long' },
  { name: 'strengths', label: 'What helps you' },
  { name: 'barriers', label: 'What stands in the way' },
  { name: 'dischargeCriteria', label: 'We are done when' },
  { name: 'coordination', label: 'Who else is involved' },
] as const

const Standing = ({ plan, status }: PortalPlan) => {
  if (status === 'shared') {
    return (
      <Notice tone="info">
        <p>
          Your therapist shared this plan
          {textIn(plan, 'sharedAt') ? ` on ${showDay(textIn(plan, 'sharedAt'))}` : ''}. Read it, say
          what you think of it, and sign it if you agree. It begins when you have signed.
        </p>
      </Notice>
    )
  }
  if (status === 'declined') {
    return (
      <Notice tone="info">
        <p>You did not agree to this plan. Your therapist knows and talks with you about it.</p>
      </Notice>
    )
  }
  if (status !== 'active') {
    return (
      <Notice tone="info">
        <p>This plan has ended.</p>
      </Notice>
    )
  }
  const name = textIn(plan, 'agreedByName')
  const at = textIn(plan, 'agreedAt')
  const review = textIn(plan, 'reviewOn')
  return (
    <Notice tone="ok">
      <p>
        {name && at ? `Signed by ${name} on ${showMoment(at)}.` : 'This plan is in force.'}
        {review ? ` We look at it again by ${formatDate(review)}.` : ''}
      </p>
    </Notice>
  )
}

const Page = async () => {
  const visit = await portalVisit('/portal/plan')
  const shared = await readPlan(visit)
  if (!shared) {
    return (
      <>
        <h1>My plan</h1>
        <p className="lead">
          There is no plan to read yet. You and your therapist make it together in the first
          sessions, and it appears here when it is shared with you.
        </p>
      </>
    )
  }
  const { plan, status, problems, comments } = shared
  const told = facts.filter(({ name }) => textIn(plan, name))
  return (
    <>
      <h1>My plan</h1>
      <Standing {...shared} />
      <PlanTree problems={problems} comments={comments} mayComment={status !== 'superseded'} />
      {told.length ? (
        <section className="card" aria-labelledby="about-plan">
          <h2 id="about-plan">How we work</h2>
          <dl className="facts">
            {told.map(({ name, label }) => (
              <div key={name} className="fact">
                <dt>{label}</dt>
                <dd className="keep-lines">{textIn(plan, name)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <section className="stack" aria-labelledby="talk">
        <h2 id="talk">About the whole plan</h2>
        <CommentList comments={comments.filter(({ aboutKey }) => !aboutKey)} />
        <p>
          <Link className="link" href="/portal/plan/comment">
            Write a comment
          </Link>
        </p>
      </section>
      {status === 'shared' ? (
        <div className="buttons">
          <Link className="button" href="/portal/plan/sign">
            I agree: go to signing
          </Link>
          <Link className="button button-plain" href="/portal/plan/decline">
            I do not agree
          </Link>
        </div>
      ) : null}
    </>
  )
}

export default Page

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { Prose } from '@/src/components/portal/Prose'
import { textIn } from '@/src/domain/row'
import { showDay } from '@/src/lib/portal/dates'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { findRows } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'My safety plan' }

const steps = [
  { name: 'warningSigns', title: 'Signs that a crisis may be coming' },
  { name: 'ownSteps', title: 'What I can do by myself' },
  { name: 'peopleAndPlaces', title: 'People and places that take my mind off it' },
  { name: 'helpers', title: 'People I can ask for help' },
  { name: 'professionals', title: 'Professionals and services to call' },
  { name: 'saferPlace', title: 'Making my surroundings safer' },
  { name: 'reasonsForLiving', title: 'What is worth living for' },
] as const

const Page = async () => {
  const visit = await portalVisit('/portal/safety-plan')
  // The patient's own; who acts for them has no part in it.
  if (visit.isProxy) notFound()
  const [plan] = await findRows(visit.req, 'safety-plans', {
    where: { status: { equals: 'shared' } },
    sort: '-sharedAt',
    limit: 1,
  })
  return (
    <>
      <BackLink href="/portal">Home</BackLink>
      <h1>My safety plan</h1>
      {plan ? (
        <>
          <p className="lead">
            For hard moments, in this order. You and your therapist wrote it
            {textIn(plan, 'sharedAt') ? ` (shared ${showDay(textIn(plan, 'sharedAt'))})` : ''}.
          </p>
          {steps
            .filter(({ name }) => textIn(plan, name))
            .map(({ name, title }, index) => (
              <section className="card" key={name} aria-labelledby={name}>
                <h2 id={name}>
                  {index + 1}. {title}
                </h2>
                <Prose text={textIn(plan, name)} />
              </section>
            ))}
        </>
      ) : (
        <p className="lead">
          No safety plan is shared with you. Ask your therapist if you want one.
        </p>
      )}
    </>
  )
}

export default Page

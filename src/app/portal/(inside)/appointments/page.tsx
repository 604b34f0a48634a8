import type { Metadata } from 'next'
import Link from 'next/link'
import { Chip, type ChipTone } from '@/src/components/portal/Chip'
import { Notice } from '@/src/components/portal/Notice'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { readVisits, type Visit, type VisitStatus } from '@/src/lib/portal/readVisits'

export const metadata: Metadata = { title: 'Visits' }

const states: Readonly<Record<VisitStatus, { tone: ChipTone; word: string }>> = {
  booked: { tone: 'info', word: 'Booked' },
  checkedIn: { tone: 'ok', word: 'Arrived' },
  inSession: { tone: 'ok', word: 'Now' },
  completed: { tone: 'ok', word: 'Completed' },
  cancelled: { tone: 'info', word: 'Cancelled' },
  noShow: { tone: 'warn', word: 'Missed' },
}

const VisitRow = ({ visit }: { visit: Visit }) => {
  const state = states[visit.status]
  return (
    <li className="row">
      <span className="row-text">
        <strong>{visit.when}</strong>
        <span>
          {visit.minutes} minutes{visit.clinician ? ` with ${visit.clinician}` : ''}
        </span>
        <span className="muted">{visit.where}</span>
      </span>
      <Chip tone={state.tone}>{state.word}</Chip>
      {visit.isUpcoming && visit.status === 'booked' ? (
        <Link href={`/portal/appointments/${visit.id}/cancel`}>
          Cancel<span className="hidden-text"> {visit.when}</span>
        </Link>
      ) : null}
    </li>
  )
}

type Props = { searchParams: Promise<{ booked?: string; cancelled?: string }> }

const Page = async ({ searchParams }: Props) => {
  const visit = await portalVisit('/portal/appointments')
  const [{ booked, cancelled }, visits, { phone }] = await Promise.all([
    searchParams,
    readVisits(visit),
    practiceFacts(),
  ])
  const coming = visits.filter(({ isUpcoming }) => isUpcoming)
  const past = visits.filter(({ isUpcoming }) => !isUpcoming).reverse()
  return (
    <>
      <h1>Your visits</h1>
      {cancelled ? (
        <Notice tone="ok" isAnnounced>
          <p>Your visit is cancelled. We write to you about a new time.</p>
        </Notice>
      ) : null}
      {booked ? (
        <Notice tone="ok" isAnnounced>
          <p>The visit is booked.</p>
        </Notice>
      ) : null}
      {visit.isProxy ? (
        <p>
          <Link className="button" href="/portal/appointments/book">
            Book a visit
          </Link>
        </p>
      ) : null}
      {coming.length ? (
        <ul className="list">
          {coming.map((each) => (
            <VisitRow key={each.id} visit={each} />
          ))}
        </ul>
      ) : (
        <p className="lead">
          No visit is booked. Call us{phone ? ` at ${phone}` : ''} to find a time.
        </p>
      )}
      {coming.length ? (
        <p className="muted">For another time call us{phone ? ` at ${phone}` : ''}.</p>
      ) : null}
      {past.length ? (
        <section className="stack">
          <h2>Earlier</h2>
          <ul className="list">
            {past.map((each) => (
              <VisitRow key={each.id} visit={each} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

export default Page

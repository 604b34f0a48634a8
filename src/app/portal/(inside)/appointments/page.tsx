import type { Metadata } from 'next'
import Link from 'next/link'
import { Chip, type ChipTone } from '@/src/components/portal/Chip'
import { Feeds } from '@/src/components/portal/Feeds'
import { Notice } from '@/src/components/portal/Notice'
import { textIn } from '@/src/domain/row'
import type { VisitTime } from '@/src/domain/scheduling/visitTime'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { readFeeds } from '@/src/lib/portal/readFeeds'
import { readVisits, type Visit, type VisitStatus } from '@/src/lib/portal/readVisits'
import { findRow } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Visits' }

const states: Readonly<Record<VisitStatus, { tone: ChipTone; word: string }>> = {
  booked: { tone: 'info', word: 'Booked' },
  checkedIn: { tone: 'ok', word: 'Arrived' },
  inSession: { tone: 'ok', word: 'Now' },
  completed: { tone: 'ok', word: 'Completed' },
  cancelled: { tone: 'info', word: 'Canceled' },
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
      {visit.time === 'coming' && visit.status === 'booked' ? (
        <Link className="link" href={`/portal/appointments/${visit.id}/cancel`}>
          Cancel<span className="hidden-text"> {visit.when}</span>
        </Link>
      ) : null}
    </li>
  )
}

const VisitList = ({ visits }: { visits: readonly Visit[] }) => (
  <ul className="list">
    {visits.map((visit) => (
      <VisitRow key={visit.id} visit={visit} />
    ))}
  </ul>
)

type Props = { searchParams: Promise<{ booked?: string; cancelled?: string }> }

const Page = async ({ searchParams }: Props) => {
  const visit = await portalVisit('/portal/appointments')
  const [{ booked, cancelled }, visits, { phone }, feeds, actsFor] = await Promise.all([
    searchParams,
    readVisits(visit),
    practiceFacts(),
    readFeeds(visit),
    visit.isProxy ? findRow(visit.req, 'patients', visit.patientId) : null,
  ])
  const name = textIn(actsFor, 'firstName')
  const inTime = (wanted: VisitTime) => visits.filter(({ time }) => time === wanted)
  const now = inTime('now')
  const coming = inTime('coming')
  const past = inTime('earlier').reverse()
  return (
    <>
      <h1>{name ? `Visits of ${name}` : 'Your visits'}</h1>
      {cancelled ? (
        <Notice tone="ok" isAnnounced>
          <p>Your visit is canceled. We write to you about a new time.</p>
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
      {now.length ? (
        <section className="stack">
          <h2>Now</h2>
          <VisitList visits={now} />
          <h2>Next</h2>
        </section>
      ) : null}
      {coming.length ? (
        <VisitList visits={coming} />
      ) : (
        <p className="lead">
          No visit is booked. Call us{phone ? ` at ${phone}` : ''} to find a time.
        </p>
      )}
      {coming.length ? (
        <p className="muted">For another time call us{phone ? ` at ${phone}` : ''}.</p>
      ) : null}
      {feeds ? (
        <section className="stack" aria-labelledby="own-calendar">
          <h2 id="own-calendar">In your own calendar</h2>
          <p className="muted">
            A calendar program that is given an address shows your visits as “Session”, without
            names and places. Whoever has the address sees when you have visits.
          </p>
          <Feeds feeds={feeds} />
        </section>
      ) : null}
      {past.length ? (
        <section className="stack">
          <h2>Earlier</h2>
          <VisitList visits={past} />
        </section>
      ) : null}
    </>
  )
}

export default Page

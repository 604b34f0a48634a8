import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { BackLink } from '@/src/components/portal/BackLink'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { readWhoSaw } from '@/src/lib/portal/readWhoSaw'

export const metadata: Metadata = { title: 'Who saw my record' }

type Props = { searchParams: Promise<{ before?: string | string[] }> }

const instantShape = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

const Page = async ({ searchParams }: Props) => {
  const visit = await portalVisit('/portal/who-saw')
  // The patient's own; who acts for them has no part in it.
  if (visit.isProxy) notFound()
  const { before } = await searchParams
  const from = typeof before === 'string' && instantShape.test(before) ? before : ''
  const [{ accesses, next }, { name, phone }] = await Promise.all([
    readWhoSaw(visit, from),
    practiceFacts(),
  ])
  const days = [...new Set(accesses.map(({ day }) => day))]
  return (
    <>
      <BackLink href="/portal/sharing">Sharing</BackLink>
      <h1>Who saw my record</h1>
      <p className="lead">
        Everybody at {name} who opened your record or changed something in it, the newest first.
        What you looked at yourself is left out.
      </p>
      {accesses.length ? (
        days.map((day) => (
          <section aria-label={day} className="stack-tight" key={day}>
            <h2>{day}</h2>
            <ul className="list">
              {accesses
                .filter((access) => access.day === day)
                .map(({ key, who, time, what }) => (
                  <li key={key}>
                    <span className="row">
                      <span className="row-text">
                        <span className="row-title">{who}</span>
                        {what.map((line) => (
                          <span key={line}>{line}</span>
                        ))}
                        <span className="muted">{time}</span>
                      </span>
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))
      ) : (
        <p className="lead">{from ? 'Nobody before that.' : 'Nobody opened your record yet.'}</p>
      )}
      {next || from ? (
        <p className="links">
          {from ? (
            <Link className="link" href="/portal/who-saw">
              Newest
            </Link>
          ) : null}
          {next ? (
            <Link className="link" href={`/portal/who-saw?before=${encodeURIComponent(next)}`}>
              Earlier
            </Link>
          ) : null}
        </p>
      ) : null}
      {accesses.some(({ isEmergency }) => isEmergency) ? (
        <p>
          Emergency access lets a leader of the practice read one record for an hour when it cannot
          wait. They write down why, your therapist is told at once, and the person responsible for
          privacy checks every such access.
        </p>
      ) : null}
      <p className="muted">
        Is somebody here who should not be? Call us{phone ? ` at ${phone}` : ''} and ask for the
        person responsible for privacy. Notes your therapist keeps for themselves alone are opened
        by nobody else and are not listed.
      </p>
    </>
  )
}

export default Page

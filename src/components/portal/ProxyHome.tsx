import Link from 'next/link'
import { countOf } from '@/src/domain/countOf'
import { textIn } from '@/src/domain/row'
import type { PortalVisit } from '@/src/lib/portal/portalRequest'
import { readActing } from '@/src/lib/portal/readActing'
import { readVisits } from '@/src/lib/portal/readVisits'
import { findRow, findRows } from '@/src/lib/portal/rows'
import { whoseRecord } from '@/src/lib/portal/whoseRecord'
import { Notice } from './Notice'

type Listed = { slug: string; href: string; title: string; word: string }

const listed: readonly Listed[] = [
  { slug: 'progress-notes', href: '/portal/notes', title: 'Notes shared with you', word: 'note' },
  { slug: 'consents', href: '/portal/papers', title: 'Papers', word: 'paper' },
  { slug: 'statements', href: '/portal/statements', title: 'Statements', word: 'statement' },
]

/** The first page of somebody who acts for a patient: what their rights show, and nothing else. */
export const ProxyHome = async ({ visit }: { visit: PortalVisit }) => {
  const { ended } = await readActing(visit)
  const patient = visit.patientId ? await findRow(visit.req, 'patients', visit.patientId) : null
  const whose = patient ? await whoseRecord(visit) : null
  const visits = patient ? await readVisits(visit) : []
  const next = visits.find(({ time }) => time === 'coming')
  const parts = patient
    ? await Promise.all(
        listed.map(async (part) => ({
          ...part,
          count: (await findRows(visit.req, part.slug)).length,
        })),
      )
    : []
  return (
    <>
      <h1>{patient ? `For ${textIn(patient, 'firstName')}` : 'Your access has ended'}</h1>
      {ended.map((sentence) => (
        <Notice key={sentence} tone="info">
          <p>{sentence}</p>
        </Notice>
      ))}
      {patient ? (
        <section className="card card-next" aria-labelledby="next-visit">
          <h2 id="next-visit">Next visit</h2>
          <p>
            {next
              ? `${next.when}, ${next.minutes} minutes${next.clinician ? ` with ${next.clinician}` : ''}`
              : 'Nothing that you may see is booked.'}
          </p>
          <p>
            <Link className="link" href="/portal/appointments">
              All visits
            </Link>
          </p>
        </section>
      ) : null}
      <ul className="list">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ href, title, word, count }) => (
            <li key={href}>
              <Link className="row" href={href}>
                <span className="row-text">
                  <span className="row-title">{title}</span>
                  <span className="muted">{countOf(count, word)}</span>
                </span>
              </Link>
            </li>
          ))}
        {whose ? (
          <li>
            <Link className="row" href="/portal/amendments">
              <span className="row-text">
                <span className="row-title">Changes to the record</span>
                <span className="muted">Ask to change what is wrong or missing</span>
              </span>
            </Link>
          </li>
        ) : null}
        {whose ? (
          <li>
            <Link className="row" href="/portal/sharing/records">
              <span className="row-text">
                <span className="row-title">A copy of the record</span>
                <span className="muted">Ask for it, see when it is due, and download it</span>
              </span>
            </Link>
          </li>
        ) : null}
      </ul>
    </>
  )
}

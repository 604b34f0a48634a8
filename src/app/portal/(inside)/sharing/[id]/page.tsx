import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { releaseFacts, releaseStatements } from '@/collections/records/sharing/releases/releaseText'
import { BackLink } from '@/src/components/portal/BackLink'
import { Notice } from '@/src/components/portal/Notice'
import {
  DeclineReleaseForm,
  RevokeForm,
  SignReleaseForm,
} from '@/src/components/portal/sharing/ReleaseForms'
import { type StoredRow, textIn } from '@/src/domain/row'
import { releaseKindOf } from '@/src/domain/sharing/releaseKinds'
import { showMoment } from '@/src/lib/portal/dates'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { standingOf } from '@/src/lib/portal/readSharing'
import { findRow } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Sharing my records' }

const Standing = ({ release }: { release: StoredRow }) => {
  const { state, words } = standingOf(release)
  if (state === 'toSign') return null
  if (state === 'over')
    return (
      <Notice tone="info">
        <p>{words}. Nothing is shared under it any more.</p>
      </Notice>
    )
  return (
    <Notice tone="ok">
      <p>
        Signed by {textIn(release, 'signerName')} on {showMoment(textIn(release, 'signedAt'))}.{' '}
        {words}.
      </p>
    </Notice>
  )
}

const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const visit = await portalVisit(`/portal/sharing/${id}`)
  const [release, patient, practice] = await Promise.all([
    findRow(visit.req, 'releases', id),
    findRow(visit.req, 'patients', visit.patientId),
    practiceFacts(),
  ])
  if (!release) notFound()
  const names = { practice: practice.name, patient: textIn(patient, 'displayName') }
  const facts = releaseFacts(release, names).filter(({ text }) => text)
  const { state } = standingOf(release)
  return (
    <>
      <BackLink href="/portal/sharing">Sharing</BackLink>
      <h1>{releaseKindOf(textIn(release, 'kind'))?.label ?? 'Release of records'}</h1>
      <Standing release={release} />
      <article className="document">
        <dl className="facts">
          {facts.map(({ label, text }) => (
            <div className="fact" key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <ul>
          {releaseStatements(release).map((statement) => (
            <li key={statement}>{statement}</li>
          ))}
        </ul>
      </article>
      {state === 'toSign' ? (
        <>
          <SignReleaseForm releaseId={id} />
          <DeclineReleaseForm releaseId={id} />
        </>
      ) : null}
      {state === 'inForce' ? <RevokeForm releaseId={id} /> : null}
    </>
  )
}

export default Page

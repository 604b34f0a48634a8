import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PaperHead } from '@/src/components/portal/PaperHead'
import { PersonForm } from '@/src/components/portal/PersonForm'
import { numberIn, textIn } from '@/src/domain/row'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { placeOf, readPapers } from '@/src/lib/portal/readPapers'
import { findRow, findRows } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Date of birth and address' }

const href = '/portal/papers/details'

const Page = async () => {
  const visit = await portalVisit(href)
  // The patient's own; who acts for them has no part in it.
  if (visit.isProxy) notFound()
  const { req } = visit
  const [papers, items, patient] = await Promise.all([
    readPapers(visit),
    findRows(req, 'packet-items', { where: { kind: { equals: 'details' } } }),
    findRow(req, 'patients', visit.patientId),
  ])
  if (!patient) notFound()
  const place = placeOf(papers, href)
  const open = items.find((item) => textIn(item, 'status') === 'open')
  const names = ['dateOfBirth', 'addressLine1', 'addressLine2', 'city', 'region', 'postalCode']
  return (
    <>
      <PaperHead place={place} title="Your date of birth and address" />
      <p className="lead">
        Your insurance asks us for both with every bill, and we write to this address only what you
        ask us to.
      </p>
      <PersonForm
        nextHref={place.nextHref}
        packetItemId={open?.id ?? null}
        patientId={patient.id}
        rev={numberIn(patient, 'rev')}
        values={Object.fromEntries(names.map((name) => [name, textIn(patient, name)]))}
      />
    </>
  )
}

export default Page

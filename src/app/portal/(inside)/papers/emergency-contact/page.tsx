import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmergencyForm } from '@/src/components/portal/EmergencyForm'
import { PaperHead } from '@/src/components/portal/PaperHead'
import { textIn } from '@/src/domain/row'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { placeOf, readPapers } from '@/src/lib/portal/readPapers'
import { findRow, findRows, numberOf } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Emergency contact' }

const href = '/portal/papers/emergency-contact'

const Page = async () => {
  const visit = await portalVisit(href)
  // The patient's own; who acts for them has no part in it.
  if (visit.isProxy) notFound()
  const { req } = visit
  const [papers, items, contacts, patient] = await Promise.all([
    readPapers(visit),
    findRows(req, 'packet-items', { where: { kind: { equals: 'emergencyContact' } } }),
    findRows(req, 'related-persons', { where: { isEmergencyContact: { equals: true } } }),
    findRow(req, 'patients', visit.patientId),
  ])
  const place = placeOf(papers, href)
  const [contact] = contacts
  // Whoever came with the data of another program stands in the chart itself.
  const told = (name: string, inChart: string): string =>
    contact ? textIn(contact, name) : textIn(patient, inChart)
  const open = items.find((item) => textIn(item, 'status') === 'open')
  return (
    <>
      <PaperHead place={place} title="Whom may we call in an emergency?" />
      <p className="lead">
        We call this person only when your safety, or somebody else’s, is at stake. We tell them no
        more than they need to help.
      </p>
      <EmergencyForm
        patientId={visit.patientId}
        packetItemId={open?.id ?? null}
        contact={{
          id: contact?.id ?? null,
          rev: numberOf(contact, 'rev'),
          name: told('name', 'emergencyName'),
          relationship: told('relationship', 'emergencyRelationship'),
          phone: told('phone', 'emergencyPhone'),
        }}
        nextHref={place.nextHref}
      />
    </>
  )
}

export default Page

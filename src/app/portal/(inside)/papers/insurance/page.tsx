import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InsuranceForm } from '@/src/components/portal/InsuranceForm'
import { Notice } from '@/src/components/portal/Notice'
import { PaperHead } from '@/src/components/portal/PaperHead'
import { idIn, textIn } from '@/src/domain/row'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { placeOf, readPapers } from '@/src/lib/portal/readPapers'
import { findRows } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'Insurance card' }

const href = '/portal/papers/insurance'

const Page = async () => {
  const visit = await portalVisit(href)
  // The patient's own; who acts for them has no part in it.
  if (visit.isProxy) notFound()
  const { req } = visit
  const [papers, items, payers, policies] = await Promise.all([
    readPapers(visit),
    findRows(req, 'packet-items', { where: { kind: { equals: 'insuranceCard' } } }),
    findRows(req, 'payers', { sort: 'name', where: { isActive: { equals: true } } }),
    findRows(req, 'insurance-policies', { where: { status: { equals: 'active' } } }),
  ])
  const place = placeOf(papers, href)
  const open = items.find((item) => textIn(item, 'status') === 'open')
  const insurers = payers.filter((payer) => payer['isSelfPay'] !== true)
  const nameOf = (id: string) =>
    textIn(
      payers.find((payer) => payer.id === id),
      'name',
    )
  return (
    <>
      <PaperHead place={place} title="Your insurance card" />
      {policies.length ? (
        <Notice tone="ok">
          {policies.map((policy) => (
            <p key={policy.id}>
              We have: {nameOf(idIn(policy, 'payer') ?? '') || 'your insurance'}, member ID{' '}
              {textIn(policy, 'memberId')}.
            </p>
          ))}
          <p>Has it changed? Call us, so that both are right while they overlap.</p>
        </Notice>
      ) : (
        <p className="lead">
          With it we can ask your insurance what it covers. Paying yourself? Tell us by phone and we
          take this paper off your list.
        </p>
      )}
      {open || !policies.length ? (
        <InsuranceForm
          patientId={visit.patientId}
          packetItemId={open?.id ?? null}
          payers={insurers.map((payer) => ({ id: payer.id, name: textIn(payer, 'name') }))}
          nextHref={place.nextHref}
        />
      ) : null}
    </>
  )
}

export default Page

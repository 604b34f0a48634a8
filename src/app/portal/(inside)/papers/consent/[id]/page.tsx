import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConsentForm } from '@/src/components/portal/ConsentForm'
import { Notice } from '@/src/components/portal/Notice'
import { PaperHead } from '@/src/components/portal/PaperHead'
import { Prose } from '@/src/components/portal/Prose'
import { WithdrawForm } from '@/src/components/portal/WithdrawForm'
import { idIn, textIn } from '@/src/domain/row'
import { showMoment } from '@/src/lib/portal/dates'
import { portalVisit } from '@/src/lib/portal/portalRequest'
import { practiceFacts } from '@/src/lib/portal/practice'
import { placeOf, readPapers } from '@/src/lib/portal/readPapers'
import { findRow } from '@/src/lib/portal/rows'

export const metadata: Metadata = { title: 'A text to sign' }

const agreements: Readonly<Record<string, string>> = {
  privacyNotice: 'I have received and read this notice.',
}

const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const href = `/portal/papers/consent/${id}`
  const visit = await portalVisit(href)
  const consent = await findRow(visit.req, 'consents', id)
  if (!consent) notFound()
  const [template, papers, { phone }] = await Promise.all([
    findRow(visit.req, 'consent-templates', idIn(consent, 'template') ?? ''),
    readPapers(visit),
    practiceFacts(),
  ])
  const place = placeOf(papers, href)
  const status = textIn(consent, 'status')
  return (
    <>
      <PaperHead place={place} title={textIn(consent, 'title')} />
      {status === 'signed' ? (
        <Notice tone="ok">
          <p>
            Signed by {textIn(consent, 'signerName')} on {showMoment(textIn(consent, 'signedAt'))}.
          </p>
        </Notice>
      ) : null}
      {status === 'refused' || status === 'withdrawn' ? (
        <Notice tone="info">
          <p>
            {status === 'refused' ? 'You did not sign this.' : 'You withdrew this.'} Call us
            {phone ? ` at ${phone}` : ''} if you want to talk about it.
          </p>
        </Notice>
      ) : null}
      {template ? (
        <article className="document">
          <Prose hasTitles text={textIn(template, 'body')} />
        </article>
      ) : (
        <p className="lead">
          This version has been replaced by a newer one. Ask us for a copy of the text you signed.
        </p>
      )}
      {(status === 'pending' || status === 'refused') && template ? (
        <ConsentForm
          consentId={id}
          agreement={agreements[textIn(consent, 'kind')] ?? 'I have read this and I agree.'}
          nextHref={place.nextHref}
        />
      ) : null}
      {status === 'signed' ? <WithdrawForm consentId={id} /> : null}
    </>
  )
}

export default Page

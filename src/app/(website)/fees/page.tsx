import type { Metadata } from 'next'
import { PageBlocks, startsWithHero } from '@/src/components/website/blocks/PageBlocks'
import { FeeTable } from '@/src/components/website/parts/FeeTable'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { Lines } from '@/src/components/website/parts/Lines'
import { PageOpening } from '@/src/components/website/parts/PageOpening'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { findPage, practice, usualFees } from '@/src/lib/website/records'
import { rowsIn } from '@/src/lib/website/rows'

export const generateMetadata = async (): Promise<Metadata> =>
  pageMeta({
    title: 'Fees',
    description:
      textIn(await findPage('fees'), 'metaDescription') ||
      'What a session costs, which insurance we take, and your right to an estimate.',
    path: '/fees',
  })

// 45 CFR 149.610(b)(1): what people who do not use insurance must be told, where costs are shown.
const standardNotice = `You have the right to a good faith estimate of what your care will cost.

If you have no insurance or do not use it, we give you an estimate in writing: within one business day when you book a session that is at least three business days away, within three business days when it is at least ten away, and within three business days whenever you ask.

If a bill is at least $400 more than the estimate, you may dispute it. Keep a copy of your estimate. Questions: www.cms.gov/nosurprises, or 1-800-985-3059.`

const Page = async (props: SearchProps) => {
  const [page, visit, facts, fees] = await Promise.all([
    findPage('fees'),
    visitOn(props, '/fees'),
    practice(),
    usualFees(),
  ])
  const hasOwnTable = rowsIn(page, 'layout').some((block) => rowsIn(block, 'rows').length > 0)
  return (
    <SitePage visit={visit} path="/fees">
      <StructuredData trail={[{ name: 'Fees', path: '/fees' }]} />
      {startsWithHero(page) ? null : (
        <PageOpening
          title={textIn(page, 'title') || 'Fees'}
          text={
            page
              ? ''
              : 'What a session costs before insurance. With insurance you pay what your plan asks of you.'
          }
          visit={visit}
        />
      )}
      <PageBlocks record={page} visit={visit} />
      {fees.length && !hasOwnTable ? (
        <section className="section measure">
          <h2>Our usual fees</h2>
          <FeeTable caption="Before any insurance" lines={fees} />
        </section>
      ) : null}
      <section className="callout callout-info" id="estimate">
        <h2>Your right to a good faith estimate</h2>
        <Lines text={textIn(facts, 'estimateNotice') || standardNotice} />
      </section>
      <InquiryInvitation visit={visit} />
    </SitePage>
  )
}

export default Page

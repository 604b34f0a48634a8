import type { Metadata } from 'next'
import { PageBlocks, startsWithHero } from '@/src/components/website/blocks/PageBlocks'
import { InquirySection } from '@/src/components/website/form/InquirySection'
import { PageOpening } from '@/src/components/website/parts/PageOpening'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { findPage, practice } from '@/src/lib/website/records'
import { rowsIn } from '@/src/lib/website/rows'

export const generateMetadata = async (): Promise<Metadata> =>
  pageMeta({
    title: 'Ask for an appointment',
    description:
      textIn(await findPage('contact'), 'metaDescription') ||
      'Write a few words. Somebody of our team reads it and answers.',
    path: '/contact',
  })

const Page = async (props: SearchProps) => {
  const [page, visit, search, facts] = await Promise.all([
    findPage('contact'),
    visitOn(props, '/contact'),
    props.searchParams,
    practice(),
  ])
  const hasForm = rowsIn(page, 'layout').some((block) => textIn(block, 'blockType') === 'contact')
  const phone = textIn(facts, 'phone')
  const service = typeof search['service'] === 'string' ? search['service'] : undefined
  return (
    <SitePage visit={visit} path="/contact">
      <StructuredData trail={[{ name: 'Ask for an appointment', path: '/contact' }]} />
      {startsWithHero(page) ? null : (
        <PageOpening
          title={textIn(page, 'title') || 'Ask for an appointment'}
          text={`A few words are enough. Somebody of our team reads it and answers${phone ? `. You may also call ${phone}` : ''}.`}
          visit={visit}
        />
      )}
      <PageBlocks record={page} visit={visit} service={service} />
      {hasForm ? null : (
        <section className="section measure" aria-labelledby="inquiry-heading">
          <h2 id="inquiry-heading">Your message</h2>
          <InquirySection visit={visit} service={service} />
        </section>
      )}
    </SitePage>
  )
}

export default Page

import type { Metadata } from 'next'
import { PageBlocks } from '@/src/components/website/blocks/PageBlocks'
import { HomeWithoutPage } from '@/src/components/website/HomeWithoutPage'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { questionsThing } from '@/src/domain/outreach/structuredData'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { findPage } from '@/src/lib/website/records'
import { siteOrigin } from '@/src/lib/website/siteOrigin'

export const generateMetadata = async (): Promise<Metadata> => {
  const description =
    textIn(await findPage('home'), 'metaDescription') ||
    'Therapy in person and by video. Write a few words and we find the person who fits.'
  return pageMeta({ description, path: '/' })
}

const Page = async (props: SearchProps) => {
  const [page, visit] = await Promise.all([findPage('home'), visitOn(props, '/')])
  return (
    <SitePage visit={visit} path="/">
      <StructuredData things={questionsThing(siteOrigin(), '/', page)} />
      {page ? <PageBlocks record={page} visit={visit} /> : <HomeWithoutPage visit={visit} />}
    </SitePage>
  )
}

export default Page

import type { Metadata } from 'next'
import { PageBlocks } from '@/src/components/website/blocks/PageBlocks'
import { HomeWithoutPage } from '@/src/components/website/HomeWithoutPage'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { findPage } from '@/src/lib/website/records'
import { textIn } from '@/src/lib/website/rows'

export const generateMetadata = async (): Promise<Metadata> => {
  const description = textIn(await findPage('home'), 'metaDescription')
  return { ...(description ? { description } : {}), alternates: { canonical: '/' } }
}

const Page = async (props: SearchProps) => {
  const [page, visit] = await Promise.all([findPage('home'), visitOn(props, '/')])
  return (
    <SitePage visit={visit} path="/">
      {page ? <PageBlocks record={page} visit={visit} /> : <HomeWithoutPage visit={visit} />}
    </SitePage>
  )
}

export default Page

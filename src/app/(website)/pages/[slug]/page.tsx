import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { PageBlocks, startsWithHero } from '@/src/components/website/blocks/PageBlocks'
import { leadOn } from '@/src/components/website/leadOn'
import { PageOpening } from '@/src/components/website/parts/PageOpening'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { ownAddressOf } from '@/src/domain/outreach/addresses'
import { questionsThing } from '@/src/domain/outreach/structuredData'
import { carry } from '@/src/domain/outreach/visit'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SlugProps, visitOn } from '@/src/lib/website/pageProps'
import { findPage } from '@/src/lib/website/records'
import { siteOrigin } from '@/src/lib/website/siteOrigin'

export const generateMetadata = async ({ params }: SlugProps): Promise<Metadata> => {
  const { slug } = await params
  const page = await findPage(slug)
  if (!page) return { title: 'Not found', robots: { index: false } }
  return pageMeta({
    title: textIn(page, 'title'),
    description: textIn(page, 'metaDescription') || textIn(page, 'title'),
    path: `/pages/${slug}`,
    hasCard: true,
  })
}

const Page = async (props: SlugProps) => {
  const { slug } = await props.params
  const path = `/pages/${slug}`
  const [page, visit] = await Promise.all([findPage(slug), visitOn(props, path)])
  const own = ownAddressOf(slug)
  if (own) permanentRedirect(carry(own, visit))
  if (!page) return leadOn(path, visit)
  return (
    <SitePage visit={visit} path={path}>
      <StructuredData
        things={questionsThing(siteOrigin(), path, page)}
        trail={[{ name: textIn(page, 'title'), path }]}
      />
      {startsWithHero(page) ? null : <PageOpening title={textIn(page, 'title')} visit={visit} />}
      <PageBlocks record={page} visit={visit} />
    </SitePage>
  )
}

export default Page

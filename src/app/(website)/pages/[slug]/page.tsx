import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { PageBlocks, startsWithHero } from '@/src/components/website/blocks/PageBlocks'
import { PageOpening } from '@/src/components/website/parts/PageOpening'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { ownAddressOf } from '@/src/domain/outreach/addresses'
import { carry } from '@/src/domain/outreach/visit'
import { leadOn } from '@/src/lib/website/leadOn'
import { type SlugProps, visitOn } from '@/src/lib/website/pageProps'
import { findPage } from '@/src/lib/website/records'
import { textIn } from '@/src/lib/website/rows'

export const generateMetadata = async ({ params }: SlugProps): Promise<Metadata> => {
  const { slug } = await params
  const page = await findPage(slug)
  return {
    title: textIn(page, 'title') || 'Not found',
    description: textIn(page, 'metaDescription') || undefined,
    alternates: { canonical: `/pages/${slug}` },
  }
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
      {startsWithHero(page) ? null : <PageOpening title={textIn(page, 'title')} visit={visit} />}
      <PageBlocks record={page} visit={visit} />
    </SitePage>
  )
}

export default Page

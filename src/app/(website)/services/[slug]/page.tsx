import type { Metadata } from 'next'
import { PageBlocks, startsWithHero } from '@/src/components/website/blocks/PageBlocks'
import { TherapistsBlock } from '@/src/components/website/blocks/TherapistsBlock'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { PageOpening } from '@/src/components/website/parts/PageOpening'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { leadOn } from '@/src/lib/website/leadOn'
import { type SlugProps, visitOn } from '@/src/lib/website/pageProps'
import { findService } from '@/src/lib/website/records'
import { rowsIn, textIn } from '@/src/lib/website/rows'

export const generateMetadata = async ({ params }: SlugProps): Promise<Metadata> => {
  const { slug } = await params
  const service = await findService(slug)
  return {
    title: textIn(service, 'title') || 'Not found',
    description: textIn(service, 'metaDescription') || textIn(service, 'summary') || undefined,
    alternates: { canonical: `/services/${slug}` },
  }
}

const Page = async (props: SlugProps) => {
  const { slug } = await props.params
  const path = `/services/${slug}`
  const [service, visit] = await Promise.all([findService(slug), visitOn(props, path)])
  if (!service) return leadOn(path, visit)
  const showsTherapists = rowsIn(service, 'layout').some(
    (block) => textIn(block, 'blockType') === 'therapists',
  )
  const specialty = textIn(service, 'specialty')
  return (
    <SitePage visit={visit} path={path}>
      {startsWithHero(service) ? null : (
        <PageOpening
          above={{ label: 'Services', href: '/services' }}
          title={textIn(service, 'title')}
          text={textIn(service, 'summary')}
          media={service['image']}
          illustration={textIn(service, 'illustration')}
          visit={visit}
        />
      )}
      <PageBlocks record={service} visit={visit} />
      {showsTherapists || !specialty ? null : (
        <TherapistsBlock block={{ specialty }} visit={visit} isFirst={false} />
      )}
      <InquiryInvitation visit={visit} service={slug} />
    </SitePage>
  )
}

export default Page

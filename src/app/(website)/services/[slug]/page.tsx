import type { Metadata } from 'next'
import { PageBlocks, startsWithHero } from '@/src/components/website/blocks/PageBlocks'
import { TherapistsBlock } from '@/src/components/website/blocks/TherapistsBlock'
import { leadOn } from '@/src/components/website/leadOn'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { PageOpening } from '@/src/components/website/parts/PageOpening'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { questionsThing, serviceThing } from '@/src/domain/outreach/structuredData'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SlugProps, visitOn } from '@/src/lib/website/pageProps'
import { findService } from '@/src/lib/website/records'
import { rowsIn } from '@/src/lib/website/rows'
import { siteOrigin } from '@/src/lib/website/siteOrigin'

export const generateMetadata = async ({ params }: SlugProps): Promise<Metadata> => {
  const { slug } = await params
  const service = await findService(slug)
  if (!service) return { title: 'Not found', robots: { index: false } }
  return pageMeta({
    title: textIn(service, 'title'),
    description: textIn(service, 'metaDescription') || textIn(service, 'summary'),
    path: `/services/${slug}`,
    hasCard: true,
  })
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
  const origin = siteOrigin()
  return (
    <SitePage visit={visit} path={path}>
      <StructuredData
        things={[serviceThing(origin, path, service), ...questionsThing(origin, path, service)]}
        trail={[
          { name: 'Services', path: '/services' },
          { name: textIn(service, 'title'), path },
        ]}
      />
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

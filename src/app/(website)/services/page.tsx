import type { Metadata } from 'next'
import { ServiceCards } from '@/src/components/website/parts/ServiceCards'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'

export const generateMetadata = (): Promise<Metadata> =>
  pageMeta({
    title: 'Services',
    description: 'What we help with, what it can feel like and how we work on it together.',
    path: '/services',
  })

const Page = async (props: SearchProps) => {
  const visit = await visitOn(props, '/services')
  return (
    <SitePage visit={visit} path="/services">
      <StructuredData trail={[{ name: 'Services', path: '/services' }]} />
      <h1>What we help with</h1>
      <p className="lead measure">
        Read what a service is like, or write to us without choosing one: we find out together.
      </p>
      <ServiceCards visit={visit} level={2} />
    </SitePage>
  )
}

export default Page

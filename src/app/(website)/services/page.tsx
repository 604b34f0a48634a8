import type { Metadata } from 'next'
import { ServiceCards } from '@/src/components/website/parts/ServiceCards'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'

export const metadata: Metadata = { title: 'Services', alternates: { canonical: '/services' } }

const Page = async (props: SearchProps) => {
  const visit = await visitOn(props, '/services')
  return (
    <SitePage visit={visit} path="/services">
      <h1>What we help with</h1>
      <p className="lead measure">
        Read what a service is like, or write to us without choosing one: we find out together.
      </p>
      <ServiceCards visit={visit} level={2} />
    </SitePage>
  )
}

export default Page

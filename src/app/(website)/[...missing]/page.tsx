import type { Metadata } from 'next'
import { leadOn } from '@/src/components/website/leadOn'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'

type Props = SearchProps & { params: Promise<{ missing: string[] }> }

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

/** Addresses nobody has: one that moved leads on, the others get the website's own answer. */
const Page = async (props: Props) => {
  const { missing } = await props.params
  const path = `/${missing.join('/')}`
  return leadOn(path, await visitOn(props, path))
}

export default Page

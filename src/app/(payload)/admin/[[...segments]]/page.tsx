import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import { redirect } from 'next/navigation'
import { untypedAddress } from '@/src/domain/lists/typedAddress'
import { importMap } from '../importMap'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export const dynamic = 'force-dynamic'

export const generateMetadata = ({ params, searchParams }: Args) =>
  generatePageMetadata({ config, params, searchParams })

const Page = async ({ params, searchParams }: Args) => {
  const address = untypedAddress((await params).segments, await searchParams)
  if (address) redirect(address)
  return RootPage({ config, params, searchParams, importMap })
}

export default Page

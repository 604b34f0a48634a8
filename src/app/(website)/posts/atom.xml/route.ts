import { atomFeed } from '@/src/domain/outreach/feeds'
import { postFeed } from '@/src/lib/website/postFeed'

export const dynamic = 'force-dynamic'

export const GET = async (): Promise<Response> =>
  new Response(atomFeed(await postFeed('/posts/atom.xml')), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })

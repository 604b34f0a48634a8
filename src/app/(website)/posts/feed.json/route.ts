import { jsonFeed } from '@/src/domain/outreach/feeds'
import { postFeed } from '@/src/lib/website/postFeed'

export const dynamic = 'force-dynamic'

export const GET = async (): Promise<Response> =>
  new Response(JSON.stringify(jsonFeed(await postFeed('/posts/feed.json')), null, 2), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  })

import { rssFeed } from '@/src/domain/outreach/feeds'
import { postFeed } from '@/src/lib/website/postFeed'

export const dynamic = 'force-dynamic'

export const GET = async (): Promise<Response> =>
  new Response(rssFeed(await postFeed('/posts/rss.xml')), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  })

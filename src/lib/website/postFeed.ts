import { plainProse } from '@/src/domain/outreach/articles'
import type { Feed } from '@/src/domain/outreach/feeds'
import { textIn } from '@/src/domain/row'
import { listPosts, practiceName } from './records'
import { siteOrigin } from './siteOrigin'

const newest = 30

/** The newest published articles, with whole addresses, for the feed at `path`. */
export const postFeed = async (path: string): Promise<Feed> => {
  const [posts, name] = await Promise.all([listPosts(), practiceName()])
  const origin = siteOrigin()
  return {
    title: `${name}: articles`,
    homeUrl: `${origin}/posts`,
    url: `${origin}${path}`,
    entries: posts.slice(0, newest).map((post) => {
      const changedAt = textIn(post, 'updatedAt')
      return {
        title: textIn(post, 'title'),
        url: `${origin}/posts/${textIn(post, 'slug')}`,
        summary: textIn(post, 'summary'),
        byline: textIn(post, 'byline'),
        publishedOn: textIn(post, 'publishedOn') || changedAt.slice(0, 10),
        changedAt,
        text: plainProse(post['body']),
      }
    }),
  }
}

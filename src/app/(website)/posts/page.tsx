import type { Metadata } from 'next'
import { leadOn } from '@/src/components/website/leadOn'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { SiteLink } from '@/src/components/website/parts/SiteLink'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { PostCards } from '@/src/components/website/posts/PostCards'
import { pageNumber } from '@/src/domain/outreach/articles'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'
import { pageOfPosts } from '@/src/lib/website/records'

const perPage = 9

const feeds = {
  'application/atom+xml': '/posts/atom.xml',
  'application/rss+xml': '/posts/rss.xml',
  'application/feed+json': '/posts/feed.json',
}

const addressOfPage = (page: number): string => (page > 1 ? `/posts?page=${page}` : '/posts')

export const generateMetadata = async ({ searchParams }: SearchProps): Promise<Metadata> => {
  const page = pageNumber((await searchParams)['page'])
  const path = addressOfPage(page)
  const meta = await pageMeta({
    title: page > 1 ? `Articles, page ${page}` : 'Articles',
    description: 'Plain answers about starting therapy, what it costs and what happens in it.',
    path,
  })
  return { ...meta, alternates: { canonical: path, types: feeds } }
}

const Page = async (props: SearchProps) => {
  const page = pageNumber((await props.searchParams)['page'])
  const [{ posts, pages }, visit] = await Promise.all([
    pageOfPosts(page, perPage),
    visitOn(props, '/posts'),
  ])
  if (page > pages) return leadOn('/posts', visit)
  return (
    <SitePage visit={visit} path="/posts">
      <StructuredData trail={[{ name: 'Articles', path: '/posts' }]} />
      <h1>Articles</h1>
      <p className="lead measure">
        What people ask us before they come: how it works, what it costs, and what to do meanwhile.
      </p>
      {posts.length ? (
        <PostCards posts={posts} visit={visit} />
      ) : (
        <div className="empty">
          <p>Nothing has been written yet. Ask us what you would like to know.</p>
        </div>
      )}
      {pages > 1 ? (
        <nav className="pages" aria-label="Pages of articles">
          {page > 1 ? (
            <SiteLink href={addressOfPage(page - 1)} visit={visit}>
              Newer articles
            </SiteLink>
          ) : null}
          <span className="muted">
            Page {page} of {pages}
          </span>
          {page < pages ? (
            <SiteLink href={addressOfPage(page + 1)} visit={visit}>
              Older articles
            </SiteLink>
          ) : null}
        </nav>
      ) : null}
      <p className="feeds">
        Follow along: <a href="/posts/atom.xml">Atom</a>, <a href="/posts/rss.xml">RSS</a> or{' '}
        <a href="/posts/feed.json">JSON</a>. No address needed.
      </p>
      <InquiryInvitation visit={visit} />
    </SitePage>
  )
}

export default Page

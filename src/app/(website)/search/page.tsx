import type { Metadata } from 'next'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { SearchField } from '@/src/components/website/parts/SearchField'
import { SiteLink } from '@/src/components/website/parts/SiteLink'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { searchSite, wordsIn } from '@/src/domain/outreach/siteSearch'
import { findables } from '@/src/lib/website/findables'
import { type SearchProps, visitOn } from '@/src/lib/website/pageProps'

// The words are not in the title: titles end up in the history of a shared computer.
export const metadata: Metadata = { title: 'Search', robots: { index: false } }

const Page = async (props: SearchProps) => {
  const [{ q }, visit] = await Promise.all([props.searchParams, visitOn(props, '/search')])
  const asked = (typeof q === 'string' ? q : (q?.[0] ?? '')).slice(0, 80)
  const isAsked = wordsIn(asked).length > 0
  const found = isAsked ? searchSite(await findables(), asked) : []
  return (
    <SitePage visit={visit} path="/search">
      <h1>Search</h1>
      <SearchField value={asked} />
      {isAsked ? (
        <p className="count" role="status">
          {found.length === 1 ? '1 page fits' : `${found.length} pages fit`}
        </p>
      ) : (
        <p className="lead measure">
          Type a word or two, such as <em>sleep</em>, <em>insurance</em> or a name.
        </p>
      )}
      {found.length ? (
        <ol className="results">
          {found.map(({ title, path, kind, summary }) => (
            <li key={path}>
              <h2>
                <SiteLink href={path} visit={visit}>
                  {title}
                </SiteLink>{' '}
                <span className="kind">{kind}</span>
              </h2>
              <p>{summary}</p>
            </li>
          ))}
        </ol>
      ) : null}
      {isAsked && !found.length ? (
        <div className="empty">
          <p>Nothing here has all of these words. Try fewer, or ask us: somebody answers.</p>
        </div>
      ) : null}
      <InquiryInvitation visit={visit} />
    </SitePage>
  )
}

export default Page

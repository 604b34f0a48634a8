import type { Visit } from '@/src/domain/outreach/visit'
import { type Row, textIn } from '@/src/domain/row'
import { listPosts, listServices } from '@/src/lib/website/records'
import { asRow } from '@/src/lib/website/rows'
import { SiteLink } from '../parts/SiteLink'
import { TherapistCards } from '../parts/TherapistCards'
import { PostCards } from './PostCards'

const related = 2

// On the same topic first, otherwise the newest.
const othersThan = (post: Row, posts: readonly Row[]): Row[] => {
  const others = posts.filter((each) => textIn(each, 'id') !== textIn(post, 'id'))
  const topic = textIn(post, 'topic')
  const alike = others.filter((each) => topic && textIn(each, 'topic') === topic)
  return [...new Set([...alike, ...others])].slice(0, related)
}

/** What somebody can do after an article: meet its author, read on, see the service about it. */
export const AfterPost = async ({ post, visit }: { post: Row; visit: Visit }) => {
  const [posts, services] = await Promise.all([listPosts(), listServices()])
  const author = asRow(post['author'])
  const topic = textIn(post, 'topic')
  const service = services.find((each) => topic && textIn(each, 'specialty') === topic)
  const others = othersThan(post, posts)
  return (
    <>
      <aside className="callout callout-info" aria-label="About this article">
        <p>
          This is general information and no advice about your own situation. In a crisis call or
          text <a href="tel:988">988</a>, in danger <a href="tel:911">911</a>.
        </p>
        {service ? (
          <p>
            What we do about it:{' '}
            <SiteLink href={`/services/${textIn(service, 'slug')}`} visit={visit}>
              {textIn(service, 'title')}
            </SiteLink>
          </p>
        ) : null}
      </aside>
      {author && textIn(author, 'slug') ? (
        <section className="section">
          <h2>Who wrote this</h2>
          <TherapistCards therapists={[author]} visit={visit} />
        </section>
      ) : null}
      {others.length ? (
        <section className="section">
          <h2>Read on</h2>
          <PostCards posts={others} visit={visit} level={3} />
        </section>
      ) : null}
    </>
  )
}

import { minutesToRead } from '@/src/domain/outreach/articles'
import type { Visit } from '@/src/domain/outreach/visit'
import { type Row, textIn } from '@/src/domain/row'
import { Picture } from '../parts/Picture'
import { SiteLink } from '../parts/SiteLink'
import { PostFacts } from './PostFacts'

type Props = { posts: readonly Row[]; visit: Visit; level?: 2 | 3 }

/** Articles, a card each: what it is about, who wrote it and how long it takes. */
export const PostCards = ({ posts, visit, level = 2 }: Props) => {
  const Heading = `h${level}` as const
  return (
    <ul className="cards">
      {posts.map((post) => (
        <li className="card picture-card" key={textIn(post, 'id')}>
          <Picture media={post['image']} illustration={textIn(post, 'illustration')} />
          <Heading className="card-title">
            <SiteLink className="card-link" href={`/posts/${textIn(post, 'slug')}`} visit={visit}>
              {textIn(post, 'title')}
            </SiteLink>
          </Heading>
          <p>{textIn(post, 'summary')}</p>
          <PostFacts post={post} minutes={minutesToRead(post['body'])} />
        </li>
      ))}
    </ul>
  )
}

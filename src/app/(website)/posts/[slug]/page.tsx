import type { Metadata } from 'next'
import { leadOn } from '@/src/components/website/leadOn'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { PageOpening } from '@/src/components/website/parts/PageOpening'
import { RichProse } from '@/src/components/website/parts/RichProse'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { StructuredData } from '@/src/components/website/parts/StructuredData'
import { AfterPost } from '@/src/components/website/posts/AfterPost'
import { PostFacts } from '@/src/components/website/posts/PostFacts'
import { minutesToRead } from '@/src/domain/outreach/articles'
import { articleThing } from '@/src/domain/outreach/structuredData'
import { textIn } from '@/src/domain/row'
import { pageMeta } from '@/src/lib/website/meta/pageMeta'
import { type SlugProps, visitOn } from '@/src/lib/website/pageProps'
import { findPost } from '@/src/lib/website/records'
import { siteOrigin } from '@/src/lib/website/siteOrigin'

export const generateMetadata = async ({ params }: SlugProps): Promise<Metadata> => {
  const { slug } = await params
  const post = await findPost(slug)
  if (!post) return { title: 'Not found', robots: { index: false } }
  return pageMeta({
    title: textIn(post, 'title'),
    description: textIn(post, 'summary'),
    path: `/posts/${slug}`,
    hasCard: true,
    isArticle: true,
  })
}

const Page = async (props: SlugProps) => {
  const { slug } = await props.params
  const path = `/posts/${slug}`
  const [post, visit] = await Promise.all([findPost(slug), visitOn(props, path)])
  if (!post) return leadOn(path, visit)
  return (
    <SitePage visit={visit} path={path}>
      <StructuredData
        things={[articleThing(siteOrigin(), path, post)]}
        trail={[
          { name: 'Articles', path: '/posts' },
          { name: textIn(post, 'title'), path },
        ]}
      />
      <article>
        <PageOpening
          above={{ label: 'Articles', href: '/posts' }}
          title={textIn(post, 'title')}
          text={textIn(post, 'summary')}
          media={post['image']}
          illustration={textIn(post, 'illustration')}
          visit={visit}
        >
          <PostFacts post={post} minutes={minutesToRead(post['body'])} />
        </PageOpening>
        <div className="section measure">
          <RichProse body={post['body']} visit={visit} />
        </div>
      </article>
      <AfterPost post={post} visit={visit} />
      <InquiryInvitation visit={visit} />
    </SitePage>
  )
}

export default Page

import type { Metadata } from 'next'
import { InquiryInvitation } from '@/src/components/website/parts/InquiryInvitation'
import { PageOpening } from '@/src/components/website/parts/PageOpening'
import { RichProse } from '@/src/components/website/parts/RichProse'
import { SitePage } from '@/src/components/website/parts/SitePage'
import { AfterPost } from '@/src/components/website/posts/AfterPost'
import { PostFacts } from '@/src/components/website/posts/PostFacts'
import { minutesToRead } from '@/src/domain/outreach/articles'
import { leadOn } from '@/src/lib/website/leadOn'
import { type SlugProps, visitOn } from '@/src/lib/website/pageProps'
import { findPost } from '@/src/lib/website/records'
import { textIn } from '@/src/lib/website/rows'

export const generateMetadata = async ({ params }: SlugProps): Promise<Metadata> => {
  const { slug } = await params
  const post = await findPost(slug)
  return {
    title: textIn(post, 'title') || 'Not found',
    description: textIn(post, 'summary') || undefined,
    alternates: { canonical: `/posts/${slug}` },
  }
}

const Page = async (props: SlugProps) => {
  const { slug } = await props.params
  const path = `/posts/${slug}`
  const [post, visit] = await Promise.all([findPost(slug), visitOn(props, path)])
  if (!post) return leadOn(path, visit)
  return (
    <SitePage visit={visit} path={path}>
      <article>
        <PageOpening
          above={{ label: 'Articles', href: '/posts' }}
          title={textIn(post, 'title')}
          text={textIn(post, 'summary')}
          media={post['image']}
          illustration={textIn(post, 'illustration')}
          visit={visit}
        />
        <PostFacts post={post} minutes={minutesToRead(post['body'])} />
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

import type { Metadata } from 'next'
import { practiceName } from '../records'

type About = {
  /** Left out on the home page, which carries the practice's name alone. */
  title?: string
  description: string
  path: string
  /** Whether a picture is drawn for this very page. */
  hasCard?: boolean
  isArticle?: boolean
}

/** Title, description, canonical address and social card of a page, in one place. */
export const pageMeta = async ({
  title,
  description,
  path,
  hasCard = false,
  isArticle = false,
}: About): Promise<Metadata> => {
  const name = await practiceName()
  const image = hasCard
    ? { url: `/card${path}`, width: 1200, height: 630, alt: title ?? name }
    : { url: '/social-card.png', width: 1200, height: 630, alt: 'Boats in a calm harbor' }
  return {
    ...(title ? { title } : {}),
    description,
    alternates: { canonical: path },
    openGraph: {
      siteName: name,
      title: title ?? name,
      description,
      url: path,
      locale: 'en_US',
      type: isArticle ? 'article' : 'website',
      images: [image],
    },
    twitter: {
      card: 'summary_large_image',
      title: title ?? name,
      description,
      images: [image.url],
    },
  }
}

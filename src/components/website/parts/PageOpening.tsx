import type { ReactNode } from 'react'
import type { Visit } from '@/src/domain/outreach/visit'
import { Lines } from './Lines'
import { Picture } from './Picture'
import { SiteLink } from './SiteLink'

type Props = {
  title: string
  text?: string
  /** The page above, for the way back. */
  above?: { label: string; href: string }
  media?: unknown
  illustration?: string
  visit: Visit
  /** Small facts under the sentence. */
  children?: ReactNode
}

/** Heading of a page with a sentence and, where there is one, a picture. */
export const PageOpening = ({
  title,
  text = '',
  above,
  media,
  illustration,
  visit,
  children,
}: Props) => (
  <section className={media || illustration ? 'hero' : 'opening'}>
    <div className="hero-words">
      {above ? (
        <p className="above">
          <SiteLink className="alone" href={above.href} visit={visit}>
            {above.label}
          </SiteLink>
        </p>
      ) : null}
      <h1>{title}</h1>
      <Lines className="lead" text={text} />
      {children}
    </div>
    <Picture className="hero-picture" media={media} illustration={illustration} isFirst />
  </section>
)

import { textIn } from '@/src/domain/row'
import { Lines } from '../parts/Lines'
import { Picture } from '../parts/Picture'
import { SiteLink } from '../parts/SiteLink'
import type { BlockProps } from './blockProps'

export const HeroBlock = ({ block, visit, isFirst }: BlockProps) => {
  const Heading = isFirst ? 'h1' : 'h2'
  const primary = textIn(block, 'primaryLabel')
  const secondary = textIn(block, 'secondaryLabel')
  return (
    <section className="hero">
      <div className="hero-words">
        <Heading>{textIn(block, 'heading')}</Heading>
        <Lines className="lead" text={textIn(block, 'text')} />
        {primary || secondary ? (
          <p className="actions">
            {primary ? (
              <SiteLink
                className="button"
                href={textIn(block, 'primaryHref') || '/contact'}
                visit={visit}
              >
                {primary}
              </SiteLink>
            ) : null}
            {secondary ? (
              <SiteLink className="quiet" href={textIn(block, 'secondaryHref')} visit={visit}>
                {secondary}
              </SiteLink>
            ) : null}
          </p>
        ) : null}
      </div>
      <Picture
        className="hero-picture"
        media={block['image']}
        illustration={textIn(block, 'illustration')}
        isFirst={isFirst}
      />
    </section>
  )
}

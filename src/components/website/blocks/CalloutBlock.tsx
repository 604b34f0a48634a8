import { textIn } from '@/src/domain/row'
import { Lines } from '../parts/Lines'
import { SiteLink } from '../parts/SiteLink'
import type { BlockProps } from './blockProps'

const words: Readonly<Record<string, string>> = {
  info: 'Notice',
  ok: 'Good to know',
  warn: 'Important',
}

export const CalloutBlock = ({ block, visit }: BlockProps) => {
  const tone = textIn(block, 'tone') in words ? textIn(block, 'tone') : 'info'
  const label = textIn(block, 'linkLabel')
  return (
    <section className={`callout callout-${tone}`}>
      <h2>{textIn(block, 'heading') || words[tone]}</h2>
      <Lines text={textIn(block, 'text')} />
      {label ? (
        <p>
          <SiteLink className="alone" href={textIn(block, 'linkHref')} visit={visit}>
            {label}
          </SiteLink>
        </p>
      ) : null}
    </section>
  )
}

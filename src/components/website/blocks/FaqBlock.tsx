import { textIn } from '@/src/domain/row'
import { rowsIn } from '@/src/lib/website/rows'
import { Lines } from '../parts/Lines'
import type { BlockProps } from './blockProps'

export const FaqBlock = ({ block }: BlockProps) => (
  <section className="section measure">
    <h2>{textIn(block, 'heading') || 'Questions people ask'}</h2>
    {rowsIn(block, 'items').map((item) => (
      <details className="faq" key={textIn(item, 'question')}>
        <summary>{textIn(item, 'question')}</summary>
        <Lines text={textIn(item, 'answer')} />
      </details>
    ))}
  </section>
)

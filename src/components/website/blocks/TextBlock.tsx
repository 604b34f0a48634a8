import { textIn } from '@/src/domain/row'
import { RichProse } from '../parts/RichProse'
import type { BlockProps } from './blockProps'

export const TextBlock = ({ block, visit }: BlockProps) => (
  <section className="section measure">
    {textIn(block, 'heading') ? <h2>{textIn(block, 'heading')}</h2> : null}
    <RichProse body={block['body']} visit={visit} />
  </section>
)

import { textIn } from '@/src/domain/row'
import { Lines } from '../parts/Lines'
import { ServiceCards } from '../parts/ServiceCards'
import type { BlockProps } from './blockProps'

export const ServicesBlock = ({ block, visit }: BlockProps) => (
  <section className="section">
    <h2>{textIn(block, 'heading') || 'What we help with'}</h2>
    <Lines text={textIn(block, 'text')} />
    <ServiceCards visit={visit} />
  </section>
)

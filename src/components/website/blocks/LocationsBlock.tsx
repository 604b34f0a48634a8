import { textIn } from '@/src/lib/website/rows'
import { LocationCards } from '../parts/LocationCards'
import type { BlockProps } from './blockProps'

export const LocationsBlock = ({ block }: BlockProps) => (
  <section className="section">
    <h2>{textIn(block, 'heading') || 'Where we are'}</h2>
    <LocationCards />
  </section>
)

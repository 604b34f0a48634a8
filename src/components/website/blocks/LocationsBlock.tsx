import { textIn } from '@/src/domain/row'
import { listLocations } from '@/src/lib/website/records'
import { LocationCards } from '../parts/LocationCards'
import type { BlockProps } from './blockProps'

export const LocationsBlock = async ({ block }: BlockProps) => {
  const locations = await listLocations()
  if (!locations.length) return null
  return (
    <section className="section">
      <h2>{textIn(block, 'heading') || 'Where we are'}</h2>
      <LocationCards locations={locations} />
    </section>
  )
}

import type { Visit } from '@/src/domain/outreach/visit'
import { textIn } from '@/src/domain/row'
import { listServices } from '@/src/lib/website/records'
import { Picture } from './Picture'
import { SiteLink } from './SiteLink'

/** Everything the practice helps with, a card each. */
export const ServiceCards = async ({ visit, level = 3 }: { visit: Visit; level?: 2 | 3 }) => {
  const services = await listServices()
  const Heading = `h${level}` as const
  if (!services.length) return <p>Our services are being written down. Ask us in the meantime.</p>
  return (
    <ul className="cards">
      {services.map((service) => (
        <li className="card picture-card" key={textIn(service, 'id')}>
          <Picture media={service['image']} illustration={textIn(service, 'illustration')} />
          <Heading>
            <SiteLink
              className="card-link"
              href={`/services/${textIn(service, 'slug')}`}
              visit={visit}
            >
              {textIn(service, 'title')}
            </SiteLink>
          </Heading>
          <p>{textIn(service, 'summary')}</p>
        </li>
      ))}
    </ul>
  )
}

import { noVisit } from '@/src/domain/outreach/visit'
import { SearchField } from './parts/SearchField'
import { SiteLink } from './parts/SiteLink'
import { SitePage } from './parts/SitePage'

/** What is said where nothing is, with a search and ways on. */
export const MissingPage = () => (
  <SitePage visit={noVisit} path="">
    <h1>This page is not here</h1>
    <p className="lead measure">
      It may have moved, or a therapist may have no openings at the moment.
    </p>
    <SearchField />
    <h2>Or go on from here</h2>
    <ul className="plain-links">
      <li>
        <SiteLink href="/services" visit={noVisit}>
          What we help with
        </SiteLink>
      </li>
      <li>
        <SiteLink href="/therapists" visit={noVisit}>
          Therapists with openings
        </SiteLink>
      </li>
      <li>
        <SiteLink href="/contact" visit={noVisit}>
          Ask for an appointment
        </SiteLink>
      </li>
      <li>
        <SiteLink href="/crisis" visit={noVisit}>
          Help in a crisis
        </SiteLink>
      </li>
    </ul>
  </SitePage>
)

import {
  type DirectoryFilter,
  type Facet,
  type FacetOption,
  facets,
  isFiltered,
} from '@/src/domain/outreach/directoryFilter'
import { type Visit, visitParameters } from '@/src/domain/outreach/visit'
import { SiteLink } from '../parts/SiteLink'

const labels: Record<Facet, { label: string; any: string }> = {
  specialty: { label: 'Help with', any: 'Anything' },
  format: { label: 'Sessions', any: 'Any way' },
  state: { label: 'You would be in', any: 'Any state' },
  language: { label: 'Language', any: 'Any language' },
}

type Props = { filter: DirectoryFilter; facets: Record<Facet, FacetOption[]>; visit: Visit }

/** A plain form: the choices stand in the address, nothing about the person does. */
export const DirectoryFilters = ({ filter, facets: offered, visit }: Props) => (
  <form className="filters" method="get" action="/therapists" aria-label="Narrow the list">
    {visitParameters(visit).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {facets.map((facet) => (
      <div className="field" key={facet}>
        <label htmlFor={`filter-${facet}`}>{labels[facet].label}</label>
        <select id={`filter-${facet}`} name={facet} defaultValue={filter[facet]}>
          <option value="">{labels[facet].any}</option>
          {offered[facet].map(({ value, label, count }) => (
            <option key={value} value={value}>
              {label} ({count})
            </option>
          ))}
        </select>
      </div>
    ))}
    <div className="filter-actions">
      <button className="button secondary" type="submit">
        Show
      </button>
      {isFiltered(filter) ? (
        <SiteLink className="quiet" href="/therapists" visit={visit}>
          Show everybody
        </SiteLink>
      ) : null}
    </div>
  </form>
)

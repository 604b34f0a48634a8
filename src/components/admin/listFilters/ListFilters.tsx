import type { BeforeListTableServerProps } from 'payload'
import { openingFilterOf, readyFiltersOf } from '@/src/domain/lists/readyFilters'
import { FilterChips } from './FilterChips'

/** Above a list: the filters that come with it for one's work, and those one keeps oneself. */
export const ListFilters = ({ collectionSlug, user }: BeforeListTableServerProps) => {
  const { roles } = (user ?? {}) as { roles?: unknown } // of staff
  const held = Array.isArray(roles) ? roles : []
  const ready = readyFiltersOf(collectionSlug)
    .filter(({ opens, ...filter }) => opens || filter.roles.some((role) => held.includes(role)))
    .map(({ key, title }) => ({ key, title }))
  return (
    <FilterChips list={collectionSlug} opening={openingFilterOf(collectionSlug)} ready={ready} />
  )
}

import type { BeforeListTableServerProps } from 'payload'
import { isStaffRole } from '@/access/roles'
import { searchFieldsFor } from '@/hooks/listSearches/searchFields'
import { openingFilterOf, WHOLE_LIST } from '@/src/domain/lists/readyFilters'
import { oneOfWords } from '@/src/domain/lists/searched'
import { SearchBox } from './SearchBox'

/** Above a list: a box for words, where there is something that this person may find by them. */
export const ListSearch = ({ collectionSlug, user }: BeforeListTableServerProps) => {
  const { roles } = (user ?? {}) as { roles?: unknown } // of staff
  const held = Array.isArray(roles) ? roles.filter(isStaffRole) : []
  const words = searchFieldsFor(collectionSlug, held).map(([, said]) => said)
  return (
    <SearchBox
      label={words.length ? `Find by ${oneOfWords(words)}` : ''}
      whole={openingFilterOf(collectionSlug) ? `?filter=${WHOLE_LIST}` : ''}
    />
  )
}

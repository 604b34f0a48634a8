import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { spellDays } from '@/src/domain/lists/dayWords'
import { readyFiltersOf } from '@/src/domain/lists/readyFilters'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { dayKindOf } from './listFields'
import { readOwnFilters } from './ownFilters'

/** The conditions of a filter that comes with the list or that the caller keeps; null when there is none. */
export const filterNamed = async (
  req: PayloadRequest,
  list: CollectionSlug,
  name: string,
): Promise<Where | null> => {
  const config = req.payload.collections[list]?.config
  const ready = readyFiltersOf(list).find(({ key }) => key === name)
  const where =
    ready?.where ?? (await readOwnFilters(req, list)).find(({ id }) => id === name)?.where
  if (!config || !where) return null
  return spellDays(where as Where, {
    kindOf: (field) => dayKindOf(config, field),
    today: practiceToday(),
    zone: practiceZone(),
  })
}

import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { spellDays } from '@/src/domain/lists/dayWords'
import { readyFiltersOf } from '@/src/domain/lists/readyFilters'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { dayKindOf, fieldOf } from './listFields'
import { readOwnFilters } from './ownFilters'

// `patient:<id>`: what belongs to one record, as links to a list ask for it.
const ofOne = /^(\w+):([\w-]{1,64})$/

const ofOneRecord = (config: SanitizedCollectionConfig, name: string): Where | null => {
  const [, field = '', id] = ofOne.exec(name) ?? []
  return id && fieldOf(config, field)?.type === 'relationship' ? { [field]: { equals: id } } : null
}

/** The conditions of a filter that comes with the list, is about one record or kept by the caller; null without one. */
export const filterNamed = async (
  req: PayloadRequest,
  list: CollectionSlug,
  name: string,
): Promise<Where | null> => {
  const config = req.payload.collections[list]?.config
  const ready = readyFiltersOf(list).find(({ key }) => key === name)
  const one = config ? ofOneRecord(config, name) : null
  if (one) return one
  const where =
    ready?.where ?? (await readOwnFilters(req, list)).find(({ id }) => id === name)?.where
  if (!config || !where) return null
  return spellDays(where as Where, {
    kindOf: (field) => dayKindOf(config, field),
    today: practiceToday(),
    zone: practiceZone(),
  })
}

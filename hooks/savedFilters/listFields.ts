import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import type { DayKind } from '@/src/domain/lists/dayWords'

export const fieldOf = (
  { flattenedFields }: SanitizedCollectionConfig,
  name: string,
): FlattenedField | undefined => flattenedFields.find((field) => field.name === name)

// A day is text for the database; its way of being typed tells it apart.
const isDay = (field: FlattenedField): boolean =>
  field.type === 'text' && String(field.admin?.components?.Field ?? '').includes('DayField')

/** How a field keeps days; null when it keeps something else. */
export const dayKindOf = (config: SanitizedCollectionConfig, name: string): DayKind | null => {
  const field = fieldOf(config, name)
  if (!field) return null
  if (field.type === 'date') return 'instant'
  return isDay(field) ? 'day' : null
}

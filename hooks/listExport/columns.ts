import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

export type Column = { name: string; relationTo: string | null }

const plain = new Set([
  'text',
  'textarea',
  'email',
  'number',
  'date',
  'checkbox',
  'select',
  'radio',
])

const isKept = (field: FlattenedField): boolean =>
  !('virtual' in field && field.virtual) && !('hidden' in field && field.hidden)

/** What of a record fits into a cell. Confidential texts are virtual and never among them. */
export const columnsOf = ({ flattenedFields }: SanitizedCollectionConfig): Column[] =>
  flattenedFields.filter(isKept).flatMap((field): Column[] => {
    if (plain.has(field.type)) return [{ name: field.name, relationTo: null }]
    const isReference = field.type === 'relationship' && !('hasMany' in field && field.hasMany)
    return isReference && typeof field.relationTo === 'string'
      ? [{ name: field.name, relationTo: field.relationTo }]
      : []
  })

/** A value as a cell; a reference by its id. */
export const cellOf = (value: unknown): string | number => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(cellOf).join('; ')
  if (typeof value === 'object') return 'id' in value ? String(value.id) : ''
  return String(value)
}

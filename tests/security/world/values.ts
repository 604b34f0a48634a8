import { randomUUID } from 'node:crypto'
import type { FlattenedField } from 'payload'
import { canary, canaryAddress } from './canaries'

/** A row that is about to be planted: whom it is about, whose it is, and how far it is shared. */
export type Variant = {
  key: string
  number: number
  /** Index of the patient it is about. */
  patient: number
  /** The member of staff it belongs to, and another one for every other column with a person. */
  owner: string
  other: string
  /** Shared, final, active, published; or none of it. */
  isOpen: boolean
  /** One of those that is off although the others are on. */
  isOff?: string
  assignedRole?: string
  /** The portal account that asked for it, for a patient. */
  account?: string
  /** Belongs to care that the patient consented to alone, which is not open to a proxy. */
  isAlone?: boolean
  /** As it is in the other world of crawl/otherWorld.ts: nothing is what it was, and orders are turned round. */
  isOther?: boolean
}

const flags = new Set(['isShared', 'isFinal', 'isActive', 'isOpenToProxies'])

const isDayName = (name: string): boolean =>
  /(On|Date|From|To|Until|Day)$/.test(name) || name === 'from' || name === 'to' || name === 'date'

const richText = (text: string): object => ({
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        format: '',
        indent: 0,
        version: 1,
        direction: 'ltr',
        textFormat: 0,
        children: [
          { type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 },
        ],
      },
    ],
  },
})

const optionOf = (field: FlattenedField, number: number): string | undefined => {
  if (field.type !== 'select' && field.type !== 'radio') return undefined
  const option = field.options[number % Math.max(1, field.options.length)]
  return typeof option === 'string' ? option : option?.value
}

const nested = (
  fields: readonly FlattenedField[],
  slug: string,
  prefix: string,
  variant: Variant,
): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .map((field) => [field.name, plainValue(field, slug, `${prefix}${field.name}`, variant)])
      .filter(([name, value]) => value !== undefined && name !== 'id'),
  )

/** A value for everything but a relationship; a canary wherever text fits. */
export const plainValue = (
  field: FlattenedField,
  slug: string,
  path: string,
  variant: Variant,
): unknown => {
  const { isOther = false } = variant
  const number = isOther ? 60 - variant.number : variant.number
  const day = isOther ? '2026-02-06' : '2026-01-05'
  const text = isDayName(field.name) ? day : canary(slug, path, variant.key)
  const hasMany = 'hasMany' in field && field.hasMany === true
  const many = (value: unknown): unknown => (hasMany ? [value] : value)
  switch (field.type) {
    case 'text':
      if (field.name === 'assignedRole') return variant.assignedRole ?? null
      return many(text)
    case 'textarea':
    case 'code':
      return text
    case 'email':
      return canaryAddress(slug, path, variant.key)
    case 'number':
      return many(number + 1)
    case 'date':
      return `2026-01-0${(number % 9) + 1}T10:00:00.000Z`
    case 'checkbox':
      return flags.has(field.name) ? variant.isOpen && variant.isOff !== field.name : !isOther
    case 'select':
    case 'radio':
      if (field.name === 'assignedRole') return variant.assignedRole ?? null
      return many(optionOf(field, number))
    case 'json':
      return { note: text }
    case 'richText':
      return richText(text)
    case 'point':
      return [1, 2]
    case 'group':
    case 'tab':
      return nested(field.flattenedFields, slug, `${path}.`, variant)
    case 'array':
      return [{ id: randomUUID(), ...nested(field.flattenedFields, slug, `${path}.`, variant) }]
    case 'blocks':
      return field.blocks.map((block) => ({
        id: randomUUID(),
        blockType: block.slug,
        ...nested(block.flattenedFields, slug, `${path}.`, variant),
      }))
    default:
      return undefined
  }
}

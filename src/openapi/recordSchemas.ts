import type { FlattenedField } from 'payload'
import { fieldClassOf } from '@/access/fieldClasses'
import type { Json } from './json'
import { isJson } from './json'

// Columns that no door ever shows.
const hidden = new Set(['sealed', 'recordUid', 'pendingAction', 'lastAction', 'password'])

export type Described = { slug: string; fields: readonly FlattenedField[] }

const isSecret = (slug: string, name: string): boolean =>
  hidden.has(name) || fieldClassOf(slug, name) === 'secret'

const isHidden = (field: FlattenedField): boolean => 'hidden' in field && field.hidden === true

const shownNames = ({ slug, fields }: Described): Set<string> =>
  new Set(
    fields
      .filter((field) => !isHidden(field) && !isSecret(slug, field.name))
      .map(({ name }) => name),
  )

const isWritten = (field: FlattenedField): boolean =>
  !('custom' in field && field.custom?.['managed']) &&
  !['rev', 'createdAt', 'updatedAt', 'id'].includes(field.name)

const only = (properties: Json, names: ReadonlySet<string>): Json =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => names.has(name)))

/** Whether a shape may be null: then null is one of its choices as well. */
const withNull = (shape: unknown): unknown => {
  if (Array.isArray(shape)) return shape.map(withNull)
  if (!isJson(shape)) return shape
  const inner = Object.fromEntries(
    Object.entries(shape).map(([name, each]) => [name, withNull(each)]),
  )
  const { enum: choices, type } = inner
  const mayBeNull = Array.isArray(type) && type.includes('null')
  return mayBeNull && Array.isArray(choices) && !choices.includes(null)
    ? { ...inner, enum: [...choices, null] }
    : inner
}

/** The properties of a generated schema as they are answered. */
export const propertiesOf = (generated: Json): Json => {
  const properties = withNull(generated['properties'])
  return isJson(properties) ? properties : {}
}

const instant: Json = { type: 'string', format: 'date-time' }

/** A record as it is answered. What the caller's field classes withhold is absent, so only the id is certain. */
export const recordSchema = (described: Described, generated: Json): Json => ({
  type: 'object',
  title: generated['title'],
  required: ['id'],
  properties: {
    id: { type: 'string' },
    ...only(propertiesOf(generated), shownNames(described)),
    ...(described.fields.some(({ name }) => name === 'rev')
      ? { rev: { type: 'integer', description: 'Counts up with every change.' } }
      : {}),
    createdAt: instant,
    updatedAt: instant,
  },
})

/** What a caller sends to make or change a record; the rest is the server's. */
export const inputSchemaOf = (described: Described, generated: Json, isNew: boolean): Json => {
  const shown = shownNames(described)
  const written = described.fields
    .filter((field) => isWritten(field) && shown.has(field.name))
    .map(({ name }) => name)
  const properties = only(propertiesOf(generated), new Set(written))
  const given = Array.isArray(generated['required']) ? generated['required'].map(String) : []
  const required = isNew ? given.filter((name) => name in properties) : []
  return {
    type: 'object',
    ...(required.length ? { required } : {}),
    properties: {
      ...properties,
      ...(isNew ? {} : { rev: { type: 'integer', description: 'The revision that was read.' } }),
    },
  }
}

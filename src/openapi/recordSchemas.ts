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

const only = (properties: unknown, names: ReadonlySet<string>): Json =>
  Object.fromEntries(
    Object.entries(isJson(properties) ? properties : {}).filter(([name]) => names.has(name)),
  )

const instant: Json = { type: 'string', format: 'date-time' }

/** A record as it is answered. What the caller's field classes withhold is absent, so only the id is certain. */
export const recordSchema = (described: Described, generated: Json): Json => ({
  type: 'object',
  title: generated['title'],
  required: ['id'],
  properties: {
    id: { type: 'string' },
    ...only(generated['properties'], shownNames(described)),
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
  const properties = only(generated['properties'], new Set(written))
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

import type { BasePayload, Condition, Field } from 'payload'
import { RECORD_PAGES, type RecordPage } from '@/src/domain/recordPages'
import { fieldClassOf } from './fieldClasses'
import { mayRead } from './fieldRights'
import { staffRoles } from './roles'

type NamedField = Field & { name: string }

/** The fields themselves, out of the rows, folds and tabs they stand in. */
export const loose = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => {
    if (field.type === 'row' || field.type === 'collapsible') return loose(field.fields)
    const isLayout = field.type === 'tabs' && !field.tabs.some((tab) => 'name' in tab && tab.name)
    return isLayout ? field.tabs.flatMap((tab) => loose(tab.fields)) : [field]
  })

const isNamed = (field: Field): field is NamedField => 'name' in field && Boolean(field.name)

/** Whether somebody on staff finds it on the page. */
const isShown = (slug: string, field: Field): boolean =>
  isNamed(field) &&
  field.type !== 'ui' &&
  !('hidden' in field && field.hidden) &&
  field.admin?.hidden !== true &&
  mayRead(staffRoles, fieldClassOf(slug, field.name))

const isThere = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false

/** The same field, drawn otherwise. */
const drawn = (field: Field, admin: Readonly<Record<string, unknown>>): Field =>
  ({ ...field, admin: { ...field.admin, ...admin } }) as Field // keeps its type

/** What only the server fills stays away from the page until it has something to say. */
const quiet = (field: Field): Field => {
  const { readOnly, condition: own } = (field.admin ?? {}) as Partial<
    Record<'readOnly' | 'condition', unknown>
  > // of all data fields
  if (!isNamed(field) || !readOnly || own) return field
  if ('required' in field && field.required) return field
  const { name } = field
  const condition: Condition = (_, siblings) => isThere(siblings?.[name])
  return drawn(field, { condition })
}

/**
 * A line of fields, drawn as one by styles/record.css. Rows of Payload would do the same, and every record that is
 * read would walk through them: a tenth of the time of a list.
 */
const sideBySide = (fields: readonly Field[]): Field[] =>
  fields.map((field, index) => {
    const className = `ops-line-of-${fields.length}${index ? '' : ' ops-line-start'}`
    return drawn(field, { className })
  })

const arrange = (slug: string, page: RecordPage, fields: readonly Field[]): Field[] => {
  const left = new Map(fields.filter(isNamed).map((field) => [field.name, field as Field]))
  const take = (name: string): Field => {
    const field = left.get(name)
    if (!field)
      throw new Error(
        `src/domain/recordPages.ts, "${slug}": "${name}" is no field, or stands twice.`,
      )
    left.delete(name)
    return field
  }
  const line = (names: string | readonly string[]): Field[] =>
    typeof names === 'string' ? [take(names)] : sideBySide(names.map(take))
  const unseen = (page.unseen ?? []).map((name) => drawn(take(name), { hidden: true }))
  const side = (page.side ?? []).map((name) => drawn(take(name), { position: 'sidebar' }))
  const head = (page.head ?? []).flatMap(line)
  const tabs = Object.entries(page.tabs ?? {}).map(([label, lines]) => ({
    label,
    fields: lines.flatMap(line),
  }))
  const rest = fields.filter((field) => !isNamed(field) || left.has(field.name))
  const forgotten = rest
    .filter((field) => isShown(slug, field))
    .map((field) => (isNamed(field) ? field.name : ''))
  if (forgotten.length)
    throw new Error(
      `src/domain/recordPages.ts, "${slug}" has no place for ${forgotten.join(', ')}.`,
    )
  return [
    ...head,
    ...(tabs.length ? [{ type: 'tabs' as const, tabs }] : []),
    ...side,
    ...unseen,
    ...rest,
  ]
}

/** Fields as the page of a record shows them; names and rights stay as they are. */
export const arrangeFields = (slug: string, fields: readonly Field[]): Field[] => {
  const page = RECORD_PAGES[slug]
  return page ? arrange(slug, page, loose(fields).map(quiet)) : [...fields]
}

/**
 * What reads and saves records sees their fields in one list. The pages keep rows, folds and tabs, which every row
 * of every answer would be walked through: a twentieth of the time of a list.
 */
export const withoutLayout = ({ collections }: BasePayload): void => {
  for (const collection of Object.values(collections))
    collection.config = { ...collection.config, fields: loose(collection.config.fields) }
}

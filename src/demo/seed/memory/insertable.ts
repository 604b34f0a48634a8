import { Types } from 'mongoose'
import type { BasePayload, FlattenedField } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import { insertRows, runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'

const isReference = (field: FlattenedField): boolean =>
  (field.type === 'relationship' || field.type === 'upload') && typeof field.relationTo === 'string'

const mongoRow = (row: StoredRow, references: ReadonlySet<string>): object => {
  const { id, ...rest } = row
  const entries = Object.entries(rest)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [
      name,
      references.has(name) && typeof value === 'string' ? new Types.ObjectId(value) : value,
    ])
  const data = Object.fromEntries(entries) as Record<string, unknown> // rebuilt above
  for (const name of ['createdAt', 'updatedAt']) {
    if (typeof data[name] === 'string') data[name] = new Date(data[name])
  }
  return { _id: new Types.ObjectId(id), ...data }
}

/** Inserts whole rows, their ids among them, without hooks. Throws for a collection that holds lists. */
export const insertInBulk = async (
  payload: BasePayload,
  slug: string,
  rows: readonly StoredRow[],
): Promise<void> => {
  if (!rows.length) return
  const fields = payload.collections[slug]?.config.flattenedFields ?? []
  if (fields.some((field) => 'hasMany' in field && field.hasMany)) {
    throw new Error(`"${slug}" holds lists: its rows cannot be written in bulk.`)
  }
  const references = new Set(fields.filter(isReference).map(({ name }) => name))
  const own = isMongo ? rows.map((row) => mongoRow(row, references)) : rows
  await insertRows(payload, slug, own)
}

/** Collections in an order in which what is pointed at comes first, as far as there is one. */
export const insertOrder = (payload: BasePayload, slugs: readonly string[]): string[] => {
  const done = new Set<string>()
  const visit = (slug: string, path: readonly string[]): void => {
    if (done.has(slug) || path.includes(slug)) return
    const fields = payload.collections[slug]?.config.flattenedFields ?? []
    for (const field of fields) {
      if (isReference(field))
        visit(String((field as { relationTo: string }).relationTo), [...path, slug]) // checked
    }
    done.add(slug)
  }
  for (const slug of slugs) visit(slug, [])
  return [...done].filter((slug) => slugs.includes(slug))
}

/**
 * Runs `work` without SQLite's check that what is pointed at is there already: patients and inquiries
 * point at each other. Checks everything afterwards and throws when something points at nothing.
 */
export const withLateReferences = async (
  payload: BasePayload,
  work: () => Promise<void>,
): Promise<void> => {
  if (isMongo) return work()
  await runSql(payload, 'PRAGMA foreign_keys = OFF')
  try {
    await work()
  } finally {
    await runSql(payload, 'PRAGMA foreign_keys = ON')
  }
  const [broken] = await runSql(payload, 'PRAGMA foreign_key_check')
  if (broken) throw new Error(`A row points at nothing: ${JSON.stringify(broken)}`)
}

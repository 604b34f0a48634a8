import type { BasePayload, FlattenedField, Where } from 'payload'
import { factReader } from '@/hooks/facts'
import { areaOf } from '@/src/domain/audit/areas'
import { idIn, type Row } from '@/src/domain/row'
import type { KindContext } from './kindWork'

type Pointer = { slug: string; column: string }

const pointsAt = (field: FlattenedField, slug: string): boolean =>
  (field.type === 'relationship' || field.type === 'upload') &&
  (Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]).includes(slug)

/** Every column of the running configuration that points at a kind of record. */
const pointersTo = (payload: BasePayload, slug: string): Pointer[] =>
  Object.values(payload.collections).flatMap(({ config }) =>
    config.flattenedFields
      .filter((field) => pointsAt(field, slug))
      .map(({ name }) => ({ slug: config.slug as string, column: name })),
  )

// Carried along by the import of the person itself, and taken back with them.
const isCarried = (slug: string, row: Row, run: string): boolean =>
  slug === 'care-team-assignments' &&
  (String(row['uniqueKey'] ?? '').startsWith(`import|${run}|`) ||
    String(row['uniqueKey'] ?? '').startsWith('undone|'))

/** Rows that imports brought and took back again hold nothing any more. */
const takenBack = async (
  { req }: KindContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (!ids.length) return new Set()
  const where: Where = {
    and: [{ recordId: { in: [...ids] } }, { status: { equals: 'undone' } }],
  }
  const lines = await factReader(req).many('import-lines', where)
  return new Set(lines.map((line) => String(line['recordId'])))
}

/** What points at the records by now, in words, by id: somebody worked with them. One question per column. */
export const usesOf = async (
  context: KindContext,
  slug: string,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const { req, run } = context
  const uses = new Map<string, string>()
  for (const pointer of pointersTo(req.payload, slug)) {
    const where: Where = { [pointer.column]: { in: [...ids] } }
    const rows = (await factReader(req).many(pointer.slug, where)).filter(
      (row) => !isCarried(pointer.slug, row, run.id),
    )
    const gone = await takenBack(
      context,
      rows.map((row) => String(row['id'])),
    )
    for (const row of rows) {
      const id = idIn(row, pointer.column)
      if (!id || gone.has(String(row['id'])) || uses.has(id)) continue
      uses.set(id, `There is ${areaOf(pointer.slug).one} for it by now.`)
    }
  }
  return uses
}

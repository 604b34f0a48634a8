import type { FlattenedField } from 'payload'
import { sealPlanOf } from '@/hooks/sealConfidential'
import type { StoredRow } from '@/src/domain/row'
import { type Canary, canariesIn } from './canaries'
import type { Caller } from './makeCallers'
import { type SecurityWorld, selfWritten } from './makeGround'
import { holds, reaches, readsField } from './table'

/** Who may see which canary: the table of the start, asked about the rows as they lie in the database. */
export type Oracle = {
  rowsOf: (slug: string) => readonly StoredRow[]
  /** The row that a canary was planted in; null for a global. */
  rowWith: (found: Canary) => StoredRow | null
  maySee: (caller: Caller, found: Canary) => boolean
  /** What a caller must be able to see somewhere in a collection. */
  mustSee: (caller: Caller, slug: string) => Canary[]
  fieldAt: (slug: string, path: string) => FlattenedField | null
}

const fieldIn = (fields: readonly FlattenedField[], path: string): FlattenedField | null => {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((each) => each.name.toLowerCase() === name.toLowerCase())
  if (!field || !rest.length) return field ?? null
  if (field.type === 'blocks') {
    const inside = field.blocks.map((block) => fieldIn(block.flattenedFields, rest.join('.')))
    return inside.find((each) => each !== null) ?? null
  }
  return 'flattenedFields' in field ? fieldIn(field.flattenedFields, rest.join('.')) : field
}

export const isHiddenField = (field: FlattenedField | null): boolean =>
  Boolean(field && 'hidden' in field && field.hidden)

/** Reads every row once: for a crawl that changes nothing. */
export const makeOracle = async (world: SecurityWorld): Promise<Oracle> => {
  const { app } = world
  const rows = new Map<string, readonly StoredRow[]>()
  for (const { slug } of app.config.collections) {
    const { docs } = await app.payload.db.find<StoredRow>({
      collection: slug,
      where: {},
      limit: 0,
      pagination: false,
    })
    rows.set(slug, docs)
  }
  const globals = new Map<string, Canary[]>()
  for (const { slug } of app.config.globals) {
    const stored = await app.payload.db.findGlobal({ slug })
    globals.set(slug, canariesIn(JSON.stringify(stored)))
  }
  const rowsOf = (slug: string): readonly StoredRow[] => rows.get(slug) ?? []
  const fieldsOf = (slug: string): readonly FlattenedField[] =>
    [...app.config.collections, ...app.config.globals].find((each) => each.slug === slug)
      ?.flattenedFields ?? []
  const fieldAt = (slug: string, path: string): FlattenedField | null =>
    fieldIn(fieldsOf(slug), path)
  /** A path as the field is spelled, whatever a quotation made of its letters. */
  const spelled = (slug: string, path: string): string =>
    path.includes('.') ? path : (fieldAt(slug, path)?.name ?? path)
  const rowWith = ({ slug, key }: Canary): StoredRow | null => {
    const planted = world.rows.get(slug)?.find((each) => each.key === key.replace(/v$/, ''))
    return rowsOf(slug).find(({ id }) => id === planted?.id) ?? null
  }
  const isGlobal = (slug: string): boolean => app.config.globals.some((each) => each.slug === slug)
  const maySee = ({ facts }: Caller, found: Canary): boolean => {
    const { slug, key } = found
    const path = spelled(slug, found.path)
    if (isHiddenField(fieldAt(slug, path))) return false
    if (isGlobal(slug)) return holds(facts, slug, 'read') && readsField(facts, slug, path)
    const row = rowWith(found)
    if (!row) return false
    // Everybody may be told who they are.
    if (row.id === facts.userId && path === 'name') return true
    if (path !== 'file' && !readsField(facts, slug, path, row)) return false
    if (!key.endsWith('v')) return reaches(facts, slug, 'read', row)
    // A version that was never published: for those who read versions, or whatever is not published.
    return (
      holds(facts, slug, 'readVersions') ||
      reaches(facts, slug, 'read', { ...row, _status: 'draft' })
    )
  }
  const mustSee = (caller: Caller, slug: string): Canary[] => {
    if (selfWritten.has(slug)) return []
    if (isGlobal(slug)) return (globals.get(slug) ?? []).filter((found) => maySee(caller, found))
    return (world.rows.get(slug) ?? [])
      .flatMap(({ key, id }) => {
        const row = rowsOf(slug).find((each) => each.id === id)
        if (!row) return []
        const sealed = row['sealed'] ? (sealPlanOf(slug)?.fields ?? []) : []
        return [
          ...canariesIn(JSON.stringify(row)).filter((found) => found.slug === slug),
          ...sealed.map((path) => ({ slug, path, key })),
        ]
      })
      .filter((found) => maySee(caller, found))
  }
  return { rowsOf, rowWith, maySee, mustSee, fieldAt }
}

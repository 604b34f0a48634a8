import type { FlattenedField, Where } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import { matcherOf, possibleValues, sortRows } from './matches'

/** Columns that questions name. */
const indexed = [
  'uniqueKey',
  'key',
  'appointmentKey',
  'recordId',
  'session',
  'appointment',
  'claim',
  'charge',
  'posting',
  'reversalOf',
  'batch',
  'controlNumber',
  'subject',
  'plan',
  'policy',
  'inquiry',
  'authorization',
  'remittance',
  'statement',
  'patient',
  'staff',
  'clinician',
  'serviceDate',
  'status',
] as const

export type Table = {
  /** Rows that meet a condition, newest first unless sorted; the table's own objects. */
  find: (where: Where | undefined, sort?: string | readonly string[]) => StoredRow[]
  add: (row: StoredRow) => void
  change: (row: StoredRow, data: Record<string, unknown>) => void
  remove: (row: StoredRow) => void
  /** A row that whoever asked may keep and change. */
  copy: (row: StoredRow) => StoredRow
  /** What the database does not have yet, in the order it was made. */
  made: () => StoredRow[]
  /** What the database has in an older state. */
  changed: () => StoredRow[]
}

/** A row and when it came, for answers in that order. */
type Entry = { row: StoredRow; place: number }

type Index = Map<string, Set<Entry>>

/** Throws as the databases do, so that callers recognize it. */
const refuseDouble = (slug: string, column: string): never => {
  throw new Error(`UNIQUE constraint failed: ${slug}.${column}`)
}

const uniqueColumns = (fields: readonly FlattenedField[]): string[] =>
  fields.filter((field) => 'unique' in field && field.unique).map(({ name }) => name)

const holdsList = (field: FlattenedField): boolean =>
  field.type === 'json' ||
  field.type === 'array' ||
  field.type === 'blocks' ||
  ('hasMany' in field && field.hasMany === true)

const inOrder = (found: Entry[]): Entry[] =>
  found.length > 1 ? found.sort((a, b) => a.place - b.place) : found

/** One collection in memory, with the unique columns of the real one. */
export const tableOf = ({
  slug,
  fields,
  stored,
}: {
  slug: string
  fields: readonly FlattenedField[]
  stored: readonly StoredRow[]
}): Table => {
  const entries = new Map<string, Entry>()
  const lists = fields.filter(holdsList).map(({ name }) => name)
  const names = new Set(fields.map(({ name }) => name))
  const indexes = new Map<string, Index>(
    indexed.filter((column) => names.has(column)).map((column) => [column, new Map()]),
  )
  const uniques = uniqueColumns(fields)
  const taken = new Map<string, Map<unknown, string>>(uniques.map((column) => [column, new Map()]))
  /** Columns by which rows are found or told apart. */
  const keys = new Set([...indexes.keys(), ...taken.keys()])
  let nextPlace = 0
  const isMade = new Set<string>()
  const isChanged = new Set<string>()

  const group = (entry: Entry, column: string): void => {
    const value = entry.row[column]
    const values = indexes.get(column)
    if (!values || typeof value !== 'string') return
    const known = values.get(value)
    if (known) known.add(entry)
    else values.set(value, new Set([entry]))
  }
  const take = ({ row }: Entry, column: string): void => {
    const value = row[column]
    if (value !== null && value !== undefined) taken.get(column)?.set(value, row.id)
  }
  const checkUnique = (id: string, data: Record<string, unknown>): void => {
    for (const [column, values] of taken) {
      const owner = values.get(data[column])
      if (owner !== undefined && owner !== id) refuseDouble(slug, column)
    }
  }
  const index = (entry: Entry, columns: Iterable<string>): void => {
    for (const column of columns) {
      group(entry, column)
      take(entry, column)
    }
  }
  const unindex = (entry: Entry, columns: Iterable<string>): void => {
    const { row } = entry
    for (const column of columns) {
      indexes.get(column)?.get(String(row[column]))?.delete(entry)
      const values = taken.get(column)
      if (values?.get(row[column]) === row.id) values.delete(row[column])
    }
  }
  const entryOf = ({ id }: StoredRow): Entry => {
    const entry = entries.get(id)
    if (!entry) throw new Error(`${slug} has no row "${id}" in memory.`)
    return entry
  }
  /** Rows that can match: those of the column that leaves the fewest. */
  const candidates = (where: Where | undefined): Iterable<Entry> => {
    const possible = possibleValues(where)
    const ids = possible.get('id')
    if (ids) return inOrder(ids.flatMap((id) => entries.get(id) ?? []))
    let fewest: { groups: Set<Entry>[]; size: number } | null = null
    for (const [column, values] of possible) {
      const known = indexes.get(column)
      if (!known) continue
      const groups = values.flatMap((value) => known.get(value) ?? [])
      const size = groups.reduce((sum, group) => sum + group.size, 0)
      if (!fewest || size < fewest.size) fewest = { groups, size }
    }
    return fewest ? inOrder(fewest.groups.flatMap((group) => [...group])) : entries.values()
  }

  const place = (row: StoredRow): void => {
    const entry = { row, place: nextPlace }
    checkUnique(row.id, row)
    index(entry, keys)
    entries.set(row.id, entry)
    nextPlace += 1
  }
  const matching = (where: Where | undefined): StoredRow[] => {
    const isMatch = matcherOf(where)
    const found: StoredRow[] = []
    for (const { row } of candidates(where)) if (isMatch(row)) found.push(row)
    return found
  }
  const rowsOf = (ids: ReadonlySet<string>): StoredRow[] =>
    [...entries.values()].map(({ row }) => row).filter(({ id }) => ids.has(id))
  for (const row of [...stored].reverse()) place(row)
  return {
    find: (where, sort) => sortRows(matching(where).reverse(), sort),
    add: (row) => {
      place(row)
      isMade.add(row.id)
    },
    change: (row, data) => {
      const moved = Object.keys(data).filter((name) => keys.has(name) && data[name] !== row[name])
      const entry = entryOf(row)
      if (moved.length) checkUnique(row.id, data)
      unindex(entry, moved)
      Object.assign(row, data)
      index(entry, moved)
      if (!isMade.has(row.id)) isChanged.add(row.id)
    },
    remove: (row) => {
      const entry = entryOf(row)
      unindex(entry, keys)
      entries.delete(row.id)
      if (!isMade.delete(row.id))
        throw new Error(`A stored ${slug} record cannot be removed from memory.`)
    },
    copy: (row) => {
      const copy: StoredRow & Record<string, unknown> = { ...row }
      for (const name of lists) {
        const value = copy[name]
        if (Array.isArray(value)) copy[name] = [...value]
      }
      return copy
    },
    made: () => rowsOf(isMade),
    changed: () => rowsOf(isChanged),
  }
}

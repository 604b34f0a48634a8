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
  /** What the database does not have yet, in the order it was made. */
  made: () => StoredRow[]
  /** What the database has in an older state. */
  changed: () => StoredRow[]
}

type Index = Map<string, Set<StoredRow>>

/** Throws as the databases do, so that callers recognize it. */
const refuseDouble = (slug: string, column: string): never => {
  throw new Error(`UNIQUE constraint failed: ${slug}.${column}`)
}

const uniqueColumns = (fields: readonly FlattenedField[]): string[] =>
  fields.filter((field) => 'unique' in field && field.unique).map(({ name }) => name)

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
  const rows = new Map<string, StoredRow>()
  const names = new Set(fields.map(({ name }) => name))
  const indexes = new Map<string, Index>(
    indexed.filter((column) => names.has(column)).map((column) => [column, new Map()]),
  )
  const uniques = uniqueColumns(fields)
  const taken = new Map<string, Map<unknown, string>>(uniques.map((column) => [column, new Map()]))
  /** When each row came, for answers in that order. */
  const places = new Map<string, number>()
  let nextPlace = 0
  const isMade = new Set<string>()
  const isChanged = new Set<string>()

  const index = (row: StoredRow): void => {
    for (const [column, values] of indexes) {
      const value = row[column]
      if (typeof value !== 'string') continue
      const group = values.get(value) ?? new Set()
      values.set(value, group.add(row))
    }
    for (const [column, values] of taken) {
      const value = row[column]
      if (value === null || value === undefined) continue
      const owner = values.get(value)
      if (owner !== undefined && owner !== row.id) refuseDouble(slug, column)
      values.set(value, row.id)
    }
  }
  const unindex = (row: StoredRow): void => {
    for (const [column, values] of indexes) values.get(String(row[column]))?.delete(row)
    for (const [column, values] of taken) {
      if (values.get(row[column]) === row.id) values.delete(row[column])
    }
  }
  const reindex = (row: StoredRow, data: Record<string, unknown>): void => {
    const before = { ...row }
    unindex(row)
    Object.assign(row, data)
    try {
      index(row)
    } catch (error) {
      Object.assign(row, before)
      index(row)
      throw error
    }
  }
  const inOrder = (found: StoredRow[]): StoredRow[] =>
    found.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  /** Rows that can match: those of the column that leaves the fewest. */
  const candidates = (where: Where | undefined): Iterable<StoredRow> => {
    const possible = possibleValues(where)
    const ids = possible.get('id')
    if (ids) return inOrder(ids.flatMap((id) => rows.get(id) ?? []))
    let fewest: { groups: Set<StoredRow>[]; size: number } | null = null
    for (const [column, values] of possible) {
      const known = indexes.get(column)
      if (!known) continue
      const groups = values.flatMap((value) => known.get(value) ?? [])
      const size = groups.reduce((sum, group) => sum + group.size, 0)
      if (!fewest || size < fewest.size) fewest = { groups, size }
    }
    return fewest ? inOrder(fewest.groups.flatMap((group) => [...group])) : rows.values()
  }

  const place = (row: StoredRow): void => {
    rows.set(row.id, row)
    places.set(row.id, nextPlace)
    nextPlace += 1
  }
  for (const row of [...stored].reverse()) {
    place(row)
    index(row)
  }
  return {
    find: (where, sort) =>
      sortRows([...candidates(where)].filter(matcherOf(where)).reverse(), sort),
    add: (row) => {
      index(row)
      place(row)
      isMade.add(row.id)
    },
    change: (row, data) => {
      const isFoundBy = Object.keys(data).some(
        (name) => data[name] !== row[name] && (indexes.has(name) || taken.has(name)),
      )
      if (isFoundBy) reindex(row, data)
      else Object.assign(row, data)
      if (!isMade.has(row.id)) isChanged.add(row.id)
    },
    remove: (row) => {
      unindex(row)
      rows.delete(row.id)
      if (!isMade.delete(row.id))
        throw new Error(`A stored ${slug} record cannot be removed from memory.`)
    },
    made: () => [...rows.values()].filter(({ id }) => isMade.has(id)),
    changed: () => [...rows.values()].filter(({ id }) => isChanged.has(id)),
  }
}

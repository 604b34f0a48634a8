import type { FlattenedField, Where } from 'payload'
import { matcherOf, requiredValue, type StoredRow, sortRows } from './matches'

/** Columns that nearly every question names. */
const indexed = ['uniqueKey', 'patient', 'recordId'] as const

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
  const indexes = new Map<string, Index>(indexed.map((column) => [column, new Map()]))
  const uniques = uniqueColumns(fields)
  const taken = new Map<string, Map<unknown, string>>(uniques.map((column) => [column, new Map()]))
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
  const candidates = (where: Where | undefined): Iterable<StoredRow> => {
    const id = requiredValue(where, 'id')
    if (id !== undefined) {
      const row = rows.get(id)
      return row ? [row] : []
    }
    for (const column of indexed) {
      const value = requiredValue(where, column)
      if (value !== undefined) return indexes.get(column)?.get(value) ?? []
    }
    return rows.values()
  }

  for (const row of [...stored].reverse()) {
    rows.set(row.id, row)
    index(row)
  }
  return {
    find: (where, sort) =>
      sortRows([...candidates(where)].filter(matcherOf(where)).reverse(), sort),
    add: (row) => {
      index(row)
      rows.set(row.id, row)
      isMade.add(row.id)
    },
    change: (row, data) => {
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

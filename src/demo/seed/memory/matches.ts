import type { Where } from 'payload'
import type { StoredRow } from '@/src/domain/row'

type Test = (value: unknown) => boolean

const isMissing = (value: unknown): boolean => value === null || value === undefined

type Plain = string | number | boolean | null

const plain = (value: unknown): Plain => {
  if (value instanceof Date) return value.toISOString()
  return isMissing(value) ? null : (value as Plain) // columns hold scalars
}

const listOf = (value: unknown): Plain[] =>
  (Array.isArray(value) ? value : String(value).split(',')).map(plain)

const ordered =
  (isRight: (order: number) => boolean) =>
  (operand: unknown): Test => {
    const bound = plain(operand)
    return (value) => {
      const mine = plain(value)
      if (mine === null || bound === null) return false
      return isRight(Number(mine > bound) - Number(mine < bound))
    }
  }

// What both databases answer: a missing value is unequal to everything but null.
const operators: Record<string, (operand: unknown) => Test> = {
  equals: (operand) => {
    const wanted = plain(operand)
    return (value) => value === wanted || plain(value) === wanted
  },
  not_equals: (operand) => {
    const unwanted = plain(operand)
    return (value) => plain(value) !== unwanted
  },
  in: (operand) => {
    const wanted = new Set(listOf(operand))
    return (value) => wanted.has(plain(value))
  },
  not_in: (operand) => {
    const unwanted = new Set(listOf(operand))
    return (value) => !unwanted.has(plain(value))
  },
  exists: (operand) => (value) => isMissing(value) !== (operand === true || operand === 'true'),
  greater_than: ordered((order) => order > 0),
  greater_than_equal: ordered((order) => order >= 0),
  less_than: ordered((order) => order < 0),
  less_than_equal: ordered((order) => order <= 0),
}

const fieldTest = (
  path: string,
  conditions: Record<string, unknown>,
): ((row: StoredRow) => boolean) => {
  if (path.includes('.')) throw new Error(`The demo's memory cannot look through "${path}".`)
  const tests = Object.entries(conditions).map(([name, operand]) => {
    const operator = operators[name]
    if (!operator) throw new Error(`The demo's memory does not know "${name}".`)
    return operator(operand)
  })
  return (row) => tests.every((test) => test(row[path]))
}

/** Whether rows meet a condition, as the databases would say. Throws for what it does not know. */
export const matcherOf = (where: Where | undefined): ((row: StoredRow) => boolean) => {
  const tests = Object.entries(where ?? {}).map(([key, condition]) => {
    if (key === 'and' || key === 'AND') {
      const all = (condition as Where[]).map(matcherOf)
      return (row: StoredRow) => all.every((test) => test(row))
    }
    if (key === 'or' || key === 'OR') {
      const any = (condition as Where[]).map(matcherOf)
      return (row: StoredRow) => !any.length || any.some((test) => test(row))
    }
    return fieldTest(key, condition as Record<string, unknown>)
  })
  return (row) => tests.every((test) => test(row))
}

/** Which values columns have in every row that can match; columns that may hold any are not there. */
export const possibleValues = (where: Where | undefined): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const [key, condition] of Object.entries(where ?? {})) {
    if (key === 'and') {
      for (const part of condition as Where[])
        for (const [column, values] of possibleValues(part)) found.set(column, values)
      continue
    }
    const { equals, in: list } = condition as { equals?: unknown; in?: unknown }
    if (typeof equals === 'string') found.set(key, [equals])
    else if (Array.isArray(list)) found.set(key, [...new Set(list.map(String))])
  }
  return found
}

/** Sorts by one or several columns, `-` before a name for the opposite order; nothing comes first. */
export const sortRows = (
  rows: StoredRow[],
  sort: string | readonly string[] | undefined,
): StoredRow[] => {
  if (rows.length < 2) return rows
  const columns = (typeof sort === 'string' ? sort.split(',') : (sort ?? [])).map((given) => {
    const column = given.trim()
    return { name: column.replace(/^-/, ''), isDescending: column.startsWith('-') }
  })
  if (!columns.length) return rows
  return [...rows].sort((a, b) => {
    for (const { name, isDescending } of columns) {
      const mine = plain(a[name])
      const other = plain(b[name])
      if (mine === other) continue
      const isBefore = mine === null || (other !== null && mine < other)
      return isBefore === isDescending ? 1 : -1
    }
    return 0
  })
}

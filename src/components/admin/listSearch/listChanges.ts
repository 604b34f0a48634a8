import type { ListQuery, Where } from 'payload'

/** What somebody typed above a list. */
export type Typed = { search?: string; where?: Where }

type Conditions = Record<string, unknown>

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)

const meantIn = (where: Conditions): Conditions | null => {
  const parts = Object.entries(where).flatMap(([name, held]): [string, unknown][] => {
    if (Array.isArray(held)) {
      const kept = held.map(meantIn).filter((part) => part !== null)
      return kept.length ? [[name, kept]] : []
    }
    const compared = Object.entries(held ?? {}).filter(([, value]) => !isEmpty(value))
    return compared.length ? [[name, Object.fromEntries(compared)]] : []
  })
  return parts.length ? Object.fromEntries(parts) : null
}

/** What a list is asked by, without conditions that nobody has filled in yet. */
export const typedIn = ({ search, where }: ListQuery): Typed => {
  const words = typeof search === 'string' ? search.trim() : ''
  const meant = where ? meantIn(where) : null
  return { ...(words ? { search: words } : {}), ...(meant ? { where: meant as Where } : {}) } // taken out of one
}

const open = ['page', 'limit', 'sort', 'columns'] as const

/** What of a list may stand in its address. */
export const openPart = (query: ListQuery): ListQuery =>
  Object.fromEntries(open.filter((name) => query[name]).map((name) => [name, query[name]]))

/** What of it changes, for its address. */
export const openChanges = (next: ListQuery, now: ListQuery): ListQuery =>
  Object.fromEntries(
    Object.entries(openPart(next)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name]),
    ),
  )

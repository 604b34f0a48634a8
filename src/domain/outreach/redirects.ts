import { isTaken } from './addresses'

export type Redirect = { from: string; to: string }

const longest = 200
const plainPath = /^\/[\w\-./~%]*$/
const plainTarget = /^\/[\w\-./~%]*(?:\?[\w\-.~%=&]*)?(?:#[\w-]*)?$/

/** An old address as it is stored and looked up: small letters, no slash at the end. */
export const oldAddress = (path: string): string => {
  const bare = path.trim().toLowerCase().replace(/\/+$/, '')
  return bare === '' ? '/' : bare
}

/** What is wrong with an old address, or null. */
export const problemWithOld = (path: unknown): string | null => {
  if (
    typeof path !== 'string' ||
    path.length > longest ||
    !plainPath.test(path) ||
    /^\/\//.test(path)
  )
    return 'Enter the path of an old page of this site, such as /about-us, without anything after a question mark.'
  return isTaken(path)
    ? `${path} is a page of this site that is always there, so nobody can be led away from it. Enter an address that no longer exists.`
    : null
}

/** What is wrong with a new address, or null. */
export const problemWithNew = (path: unknown): string | null =>
  typeof path === 'string' &&
  path.length <= longest &&
  plainTarget.test(path) &&
  !/^\/\//.test(path) &&
  !/^\/(?:api|_next)(?:\/|$)/.test(path)
    ? null
    : 'Enter a page of this site, such as /services/anxiety-therapy. Visitors are not led to other sites.'

const pathIn = (address: string): string => oldAddress(address.split(/[?#]/)[0] ?? '')

/**
 * The way a visitor would go round in a circle if `added` stood beside the others: every address once,
 * the first one again at the end. Null when the way ends.
 */
export const circleWith = (added: Redirect, others: readonly Redirect[]): string[] | null => {
  const next = new Map(others.map(({ from, to }) => [from, pathIn(to)]))
  next.set(added.from, pathIn(added.to))
  const way = [added.from]
  for (let at = next.get(added.from); at !== undefined; at = next.get(at)) {
    if (at === added.from) return [...way, at]
    // Another circle further on, that this one only leads into.
    if (way.includes(at)) return [...way, at]
    way.push(at)
  }
  return null
}

import { createHash } from 'node:crypto'

/**
 * The one JSON text of a value: no spaces, object keys sorted by UTF-16 code units, numbers and
 * strings as ECMAScript writes them (RFC 8785). Members that are `undefined` are left out.
 *
 * Throws `TypeError` for what JSON cannot hold (dates, functions, symbols, bigints, non-finite
 * numbers, holes in lists, lone surrogates), so that nothing is signed that could be read two ways.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isPlainObject(value)) return canonicalObject(value)
  throw new TypeError('Only plain JSON values can be signed.')
}

/** SHA-256 of a canonical text, in lower-case hexadecimal. */
export const contentHash = (canonical: string): string =>
  createHash('sha256').update(canonical, 'utf8').digest('hex')

const canonicalNumber = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError('Only finite numbers can be signed.')
  return JSON.stringify(value)
}

const canonicalString = (value: string): string => {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('This text holds half a character.')
  return JSON.stringify(value)
}

const canonicalObject = (value: Record<string, unknown>): string => {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { isWithheldFrom } from '@/access/withheld'
import { Refusal } from '@/src/lib/errors'

const maxLimit = 1000
const maxPage = 1_000_000
const maxConditions = 60
const maxDepthOfConditions = 8
const maxPopulation = 2
/** How a condition may compare. */
export const operators: ReadonlySet<string> = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])
const wildcard = /[%_]/

type Walk = { count: number; req: PayloadRequest; collection: SanitizedCollectionConfig }

// A filter on versions begins with the version or the document it belongs to.
const ofVersions = new Set(['version', 'parent', 'snapshot'])

const refuseWithheld = (req: PayloadRequest, slug: string, path: string, asked: string): void => {
  if (isWithheldFrom(req, slug, path))
    throw new Refusal('invalid', [{ path: asked, message: `You may not ask by "${asked}".` }])
}

/**
 * The field that a path ends at. On its way it follows references only into kinds of records the caller
 * may read: Payload asks there for the right to the field and not for the right to the record.
 */
const followPath = ({ req, collection }: Walk, path: string): FlattenedField | null => {
  let fields: readonly FlattenedField[] = collection.flattenedFields
  let last: FlattenedField | null = null
  let holder: { slug: string; path: string[] } = { slug: collection.slug, path: [] }
  for (const [index, segment] of path.split('.').entries()) {
    if (index === 0 && ofVersions.has(segment) && collection.versions) continue
    if (last && 'relationTo' in last && typeof last.relationTo === 'string') {
      const target = req.payload.collections[last.relationTo]?.config
      if (segment !== 'id' && !isGranted(req, last.relationTo, 'read')) {
        throw new Refusal('invalid', [
          { path, message: 'This path cannot be queried: it leads to records you may not read.' },
        ])
      }
      fields = target?.flattenedFields ?? []
      holder = { slug: last.relationTo, path: [] }
    }
    last = fields.find(({ name }) => name === segment) ?? null
    if (!last) return null
    holder.path.push(segment)
    refuseWithheld(req, holder.slug, holder.path.join('.'), path)
    fields = 'flattenedFields' in last ? last.flattenedFields : []
  }
  return last
}

const timed = new Set(['equals', 'not_equals', 'in', 'not_in'])

const isNoTime = (operator: string, operand: unknown): boolean => {
  if (!timed.has(operator) && !/than/.test(operator)) return operator !== 'exists'
  const values = Array.isArray(operand) ? operand : String(operand).split(',')
  return values.some((value) => !['', 'null'].includes(value) && Number.isNaN(Date.parse(value)))
}

const isValue = (operand: unknown): boolean =>
  operand === null || typeof operand !== 'object' || operand instanceof Date

/** A value or a list of values, each readable as text: both databases choke on anything else. */
const isOperand = (operand: unknown): boolean =>
  (Array.isArray(operand) ? operand.every(isValue) : isValue(operand)) &&
  !String(operand).includes('\u0000')

const walk = (where: unknown, walked: Walk, depth: number): void => {
  if (!where || typeof where !== 'object') return
  if (depth > maxDepthOfConditions) {
    throw new Refusal(
      'invalid',
      `The filter is nested deeper than ${maxDepthOfConditions} levels. Simplify it.`,
    )
  }
  for (const [name, value] of Object.entries(where)) {
    if (name === 'and' || name === 'or') {
      if (!Array.isArray(value)) throw new Refusal('invalid', `"${name}" in a filter takes a list.`)
      for (const part of value) walk(part, walked, depth + 1)
      continue
    }
    walked.count += 1
    if (walked.count > maxConditions) {
      throw new Refusal(
        'invalid',
        `The filter has more than ${maxConditions} conditions. Split the question.`,
      )
    }
    if (/(^|\.)_id$/.test(name)) {
      throw new Refusal('invalid', [{ path: name, message: 'Records are found by "id".' }])
    }
    if (!value || typeof value !== 'object' || !Object.keys(value).length) {
      throw new Refusal('invalid', [
        { path: name, message: `The filter on "${name}" needs an operator, such as equals.` },
      ])
    }
    const field = followPath(walked, name)
    for (const [operator, operand] of Object.entries(value)) {
      if (field?.type === 'date' && isNoTime(operator, operand)) {
        throw new Refusal('invalid', [
          { path: name, message: 'Compare this with a time such as 2026-04-14T17:00:00Z.' },
        ])
      }
      if (!operators.has(operator)) {
        throw new Refusal('invalid', [
          { path: name, message: `The operator "${operator.slice(0, 60)}" is not supported.` },
        ])
      }
      if (!isOperand(operand)) {
        throw new Refusal('invalid', [
          {
            path: name,
            message: `The filter on "${name.slice(0, 60)}" takes a value or a list of values.`,
          },
        ])
      }
      if ((operator === 'like' || operator === 'contains') && wildcard.test(String(operand))) {
        throw new Refusal('invalid', [{ path: name, message: 'Search text cannot hold % or _.' }])
      }
    }
  }
}

const checkLimit = (limit: unknown, what: string): void => {
  if (limit === undefined || limit === null) return
  const isFine =
    typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= maxLimit
  if (!isFine) throw new Refusal('invalid', `${what} must be a whole number from 1 to ${maxLimit}.`)
}

// Columns that lists of versions have besides.
const versionColumns = ['parent', 'latest']

/** Payload leaves out what it does not know; the caller then reads an order that was never asked for. */
const checkSort = (
  given: string | string[] | undefined,
  { slug, flattenedFields: fields }: SanitizedCollectionConfig,
  req: PayloadRequest,
): void => {
  const names = [given ?? []].flat().flatMap((sort) => String(sort).split(','))
  for (const name of names.map((each) => each.trim().replace(/^-/, ''))) {
    if (name.includes('.'))
      throw new Refusal('invalid', 'Sorting through a related record is not supported.')
    const field = fields.find((each) => each.name === name)
    const isKnown = field ? !('hidden' in field && field.hidden) : versionColumns.includes(name)
    if (!isKnown && name !== 'id')
      throw new Refusal('invalid', [
        { path: 'sort', message: `There is no "${name.slice(0, 60)}" to sort by.` },
      ])
    refuseWithheld(req, slug, name, name)
  }
}

type ReadArgs = {
  where?: Where
  limit?: number
  page?: number
  depth?: number
  pagination?: boolean
  sort?: string | string[]
  joins?: Record<string, { limit?: number } | false> | false
  overrideAccess?: boolean
}

/**
 * Refuses questions that dump tables, walk into other collections by sort, or use operators that the
 * two databases answer differently. A Local API call that skips access
 * without asSystem runs as whoever is signed in, and without anybody it is refused.
 */
export const guardQuery: CollectionBeforeOperationHook = ({
  args,
  collection,
  req,
  overrideAccess,
}) => {
  const given = args as ReadArgs
  if (overrideAccess && !systemMarkOf(req)) {
    // Payload's own screens ask for versions like this, for the person who is looking.
    if (actorOf(req).kind !== 'anonymous') return { ...args, overrideAccess: false }
    throw new Error(`"${collection.slug}" was reached without access control and without asSystem.`)
  }
  if (overrideAccess || req.payloadAPI === 'local') return args
  walk(given.where, { count: 0, req, collection }, 0)
  checkLimit(given.limit, 'limit')
  if (
    given.page !== undefined &&
    !(Number.isInteger(given.page) && given.page >= 1 && given.page <= maxPage)
  ) {
    throw new Refusal('invalid', `page must be a whole number from 1 to ${maxPage}.`)
  }
  checkSort(given.sort, collection, req)
  if (given.joins && typeof given.joins === 'object') {
    for (const join of Object.values(given.joins)) if (join) checkLimit(join.limit, 'A join limit')
  }
  if (typeof given.depth === 'number' && given.depth > maxPopulation) given.depth = maxPopulation
  return {
    ...args,
    ...(given.pagination === false && given.limit === undefined ? { limit: maxLimit } : {}),
  }
}

import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import type { Caller } from '../world/makeCallers'
import type { SecurityWorld } from '../world/makeGround'
import { isHiddenField, type Oracle } from '../world/oracle'
import { classOf, holds, reaches, readsField } from '../world/table'
import type { Request } from './visit'

export type Place = {
  world: SecurityWorld
  oracle: Oracle
  caller: Caller
  config: SanitizedCollectionConfig
}

export type Path = { path: string; field: FlattenedField }

/** The dotted paths of a collection that a filter or an order can name. */
export const pathsOf = ({ flattenedFields }: SanitizedCollectionConfig): Path[] =>
  flattenedFields.flatMap((field) =>
    field.type === 'group' || field.type === 'tab' || field.type === 'array'
      ? field.flattenedFields.map((each) => ({ path: `${field.name}.${each.name}`, field: each }))
      : [{ path: field.name, field }],
  )

// They say when and how often something was saved, never what.
const ofTheSystem = new Set(['id', 'createdAt', 'updatedAt', 'rev', '_status'])

/** A path that this caller cannot read in every row they reach: filter and order by it are refused. */
export const isShut = ({ caller, config, oracle }: Place, { path, field }: Path): boolean => {
  const { slug } = config
  if (isHiddenField(field) || ('virtual' in field && field.virtual === true)) return true
  if (ofTheSystem.has(path)) return false
  const within = oracle.rowsOf(slug).filter((row) => reaches(caller.facts, slug, 'read', row))
  if (!within.length) return !readsField(caller.facts, slug, path)
  return within.some((row) => !readsField(caller.facts, slug, path, row))
}

const operators: readonly (readonly [operator: string, value: string])[] = [
  ['equals', 'x'],
  ['not_equals', 'x'],
  ['in', 'x'],
  ['not_in', 'x'],
  ['like', 'x'],
  ['contains', 'x'],
  ['greater_than', '1'],
  ['less_than', '1'],
]

export const encode = (pairs: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()

const isAskable = ({ path, field }: Path): boolean =>
  !['blocks', 'json', 'richText', 'join', 'array', 'group'].includes(field.type) &&
  !('relationTo' in field && Array.isArray(field.relationTo)) &&
  !path.startsWith('sizes.')

/** What a caller may not read, they cannot ask about either: each path with some of the operators in turn. */
const askShut = (slug: string, paths: readonly Path[]): Request[] =>
  paths.flatMap(({ path }, index) => {
    const at = (query: string, on = ''): Request => ({
      door: `get /${slug}/${on}`,
      path: `/api/${slug}${on ? `/${on}` : ''}?${query}`,
      expected: 'bad',
    })
    const [operator, value] = operators[index % operators.length] ?? ['equals', 'x']
    const [other, another] = operators[(index + 5) % operators.length] ?? ['like', 'x']
    return [
      at(encode([[`where[${path}][${operator}]`, value]])),
      at(encode([[`where[or][0][and][0][${path}][${other}]`, another]])),
      at(encode([[`where[${path}][exists]`, 'true']]), index % 2 ? 'count' : ''),
      at(encode([['sort', index % 2 ? path : `-${path}`]])),
    ]
  })

/** What may be read may be asked about: forty paths in one question. */
const askOpen = (slug: string, paths: readonly string[]): Request[] => {
  const requests: Request[] = []
  const door = `get /${slug}/`
  for (let from = 0; from < paths.length; from += 40) {
    const some = paths.slice(from, from + 40)
    const where = some.map(
      (path, index) => [`where[and][${index}][or][0][${path}][exists]`, 'true'] as const,
    )
    const sort = some.filter((path) => !path.includes('.')).join(',')
    const queries = [
      encode([...where, ['limit', '1']]),
      encode([
        ['sort', sort],
        ['limit', '1'],
      ]),
    ]
    for (const query of queries)
      requests.push({ door, path: `/api/${slug}?${query}`, expected: 'answered' })
  }
  return requests
}

/** By a reference into the next collection: each class of fields there that is shut, a path or two. */
const askBeyond = (place: Place): Request[] => {
  const { config, world, caller } = place
  const { slug } = config
  const requests: Request[] = []
  for (const [number, field] of config.flattenedFields.entries()) {
    if (field.type !== 'relationship' && field.type !== 'upload') continue
    if (typeof field.relationTo !== 'string' || isShut(place, { path: field.name, field })) continue
    const target = world.config(field.relationTo)
    const isHeld = holds(caller.facts, target.slug, 'read')
    const shut = pathsOf(target).filter(
      (path) => path.path !== 'id' && (!isHeld || isShut({ ...place, config: target }, path)),
    )
    const classes = new Set(shut.map(({ path }) => classOf(target.slug, path)))
    for (const each of classes) {
      const some = shut.filter(({ path }) => classOf(target.slug, path) === each)
      const { path = '' } = some[number % some.length] ?? {}
      const [operator, value] = operators[number % operators.length] ?? ['equals', 'x']
      const query = encode([[`where[${field.name}.${path}][${operator}]`, value]])
      requests.push({ door: `get /${slug}/`, path: `/api/${slug}?${query}`, expected: 'bad' })
    }
    const sort = encode([['sort', `${field.name}.id`]])
    requests.push({ door: `get /${slug}/`, path: `/api/${slug}?${sort}`, expected: 'bad' })
  }
  return requests
}

/** Questions whose answer would tell what the caller cannot read, and those they may ask. */
export const inferenceRequests = (place: Place): Request[] => {
  const { slug } = place.config
  const paths = pathsOf(place.config)
  const shut = paths.filter((path) => isShut(place, path))
  // What only an emergency shows is shown in its rows, and no filter names it.
  const isRead = ({ path }: Path) =>
    ofTheSystem.has(path) || readsField(place.caller.facts, slug, path)
  const open = paths.filter((path) => !shut.includes(path) && isRead(path) && isAskable(path))
  return [
    ...askShut(slug, shut),
    ...askOpen(
      slug,
      open.map(({ path }) => path),
    ),
    ...askBeyond(place),
  ]
}

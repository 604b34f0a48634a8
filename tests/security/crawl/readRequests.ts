import { selfWritten } from '../world/makeGround'
import { holds, reaches } from '../world/table'
import { encode, inferenceRequests, isShut, type Place, pathsOf } from './inference'
import type { Request } from './visit'

// R105: a therapist who can take nobody is left out of what the table grants.
const narrowedByRule = new Set(['therapist-profiles'])

/** Every standard way to read a collection, for one caller. */
export const readRequests = (place: Place): Request[] => {
  const { world, oracle, caller, config } = place
  const { slug } = config
  const { facts } = caller
  const rows = oracle.rowsOf(slug)
  const isHeld = holds(facts, slug, 'read')
  const within = rows.filter((row) => reaches(facts, slug, 'read', row))
  const beyond = rows.filter((row) => !within.includes(row))
  // Payload's preferences answer to a key where others answer to an id, and have no guard of ours.
  const isKeyed = (config.endpoints || []).some((endpoint) => endpoint.path === '/:key')
  const isStill = !selfWritten.has(slug) && !narrowedByRule.has(slug)
  const list = (query: string, more: Partial<Request> = {}): Request => ({
    door: `get /${slug}/`,
    path: `/api/${slug}?${query}`,
    expected: isHeld ? 'answered' : 'refused',
    ...(isHeld && isStill ? { ids: within.map(({ id }) => id) } : {}),
    ...more,
  })
  const one = (id: string, isWithin: boolean): Request => ({
    door: `get /${slug}/:id`,
    path: `/api/${slug}/${id}?depth=1`,
    expected:
      isKeyed || (isWithin && narrowedByRule.has(slug)) ? 'any' : isWithin ? 'answered' : 'refused',
  })
  const shut = config.flattenedFields.filter((field) => isShut(place, { path: field.name, field }))
  const references = config.flattenedFields.flatMap((field) =>
    (field.type === 'relationship' || field.type === 'upload') &&
    typeof field.relationTo === 'string'
      ? [field.relationTo]
      : [],
  )
  const populate = [...new Set(references)].flatMap((target) =>
    pathsOf(world.config(target)).map(
      ({ path }) => [`populate[${target}][${path}]`, 'true'] as const,
    ),
  )
  const joins = Object.keys(config.joins).map((name) => [`joins[${name}][limit]`, '100'] as const)
  const mayVersions = holds(facts, slug, 'readVersions') && Boolean(config.versions)
  const versions: Request[] = [
    {
      door: `get /${slug}/versions`,
      path: `/api/${slug}/versions?limit=1000&depth=1`,
      expected: mayVersions ? 'answered' : 'refused',
    },
  ]
  const files = (world.rows.get(slug) ?? []).flatMap(({ id, filename }): Request[] => {
    if (!filename) return []
    const isWithin = within.some((row) => row.id === id)
    return [
      {
        door: `get /${slug}/file/:filename`,
        path: `/api/${slug}/file/${filename}`,
        expected: isWithin ? 'answered' : 'refused',
      },
    ]
  })
  const common: Request[] = [
    list('limit=1000&depth=0'),
    list('limit=1000&depth=2'),
    ...within.slice(0, 2).map(({ id }) => one(id, true)),
    ...beyond.slice(0, isHeld ? 4 : 1).map(({ id }) => one(id, false)),
  ]
  if (isKeyed) return common
  const hasDoor = (path: string) =>
    (config.endpoints || []).some((endpoint) => endpoint.path === path)
  common.push(list('after=&limit=1000&depth=0'))
  if (hasDoor('/changes'))
    common.push({
      ...list('limit=1000'),
      door: `get /${slug}/changes`,
      path: `/api/${slug}/changes?limit=1000`,
    })
  if (hasDoor('/csv'))
    common.push({
      door: `post /${slug}/csv`,
      path: `/api/${slug}/csv`,
      method: 'POST',
      body: { purpose: 'audit', recipient: 'auditor' },
      // Whoever showed their password too long ago is asked for it again.
      expected: holds(facts, slug, 'export') ? 'any' : 'refused',
    })
  if (hasDoor('/by-external-id/:value'))
    common.push({
      door: `get /${slug}/by-external-id/:value`,
      path: `/api/${slug}/by-external-id/crm-1`,
      expected: 'refused',
    })
  common.push(
    {
      door: `get /${slug}/count`,
      path: `/api/${slug}/count`,
      expected: isHeld ? 'answered' : 'refused',
      ...(isHeld && isStill ? { count: within.length } : {}),
    },
    ...versions,
    ...files,
  )
  // The method in the address is GET, whatever a header says about it.
  const overridden: Request = {
    door: `get /${slug}/`,
    path: `/api/${slug}`,
    method: 'POST',
    body: { limit: '1000', depth: '1' },
    headers: { 'x-http-method-override': 'GET' },
    expected: isHeld ? 'any' : 'refused',
  }
  if (!isHeld)
    return [
      ...common,
      overridden,
      list(encode([['where[id][exists]', 'true']])),
      list('draft=true'),
    ]
  return [
    ...common,
    overridden,
    list('limit=1000&depth=1&draft=true&locale=all&trash=true', {
      ids: undefined,
      expected: 'any',
    }),
    list(`limit=1000&depth=2&${encode([...populate.slice(0, 150), ...joins])}`),
    ...(shut.length
      ? [list(`limit=1000&${encode(shut.map(({ name }) => [`select[${name}]`, 'true'] as const))}`)]
      : []),
    list('showHiddenFields=true&limit=1000&overrideAccess=true'),
    { ...list('limit=0'), expected: 'bad', ids: undefined },
    { ...list('limit=100000'), expected: 'bad', ids: undefined },
    list('pagination=false&depth=1'),
    ...inferenceRequests(place),
  ]
}

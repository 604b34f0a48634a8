import type { SanitizedConfig } from 'payload'
import { type Door, doorRegistry } from '@/access/doors'
import { matrix } from '@/access/matrix'
import { isClosed } from '@/access/policy'
import { isHeld } from './grantedWords'
import type { Json } from './json'
import { answered, refusals } from './shared'

const shown = new Set(['policy', 'self', 'token', 'public', 'sign-in'])

// Payload's own ways to versions, counts and files; they answer as its documentation has it.
const pathOf = ({ path, where }: Door): string =>
  `/api${where}${path}`.replace(/\/$/, '').replaceAll(/:(\w+)\??/g, '{$1}')

const methods = new Set(['get', 'post', 'patch', 'put', 'delete'])

const operationOf = (door: Door, path: string): Json => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
  const tag = door.where.replace(/^\/(globals\/)?/, '') || 'system'
  return {
    operationId: `${door.method} ${path}`,
    summary: `${door.method.toUpperCase()} ${door.path}`,
    description: 'What it takes and answers is told where it is used: docs/doors.md, docs/api.md.',
    tags: [tag],
    parameters: names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(door.method === 'post' || door.method === 'patch'
      ? {
          requestBody: {
            required: false,
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        }
      : {}),
    responses: { 200: answered('Answered.', {}), ...refusals(404, 409, 422) },
  }
}

const verbs: Readonly<Record<string, string>> = {
  'get /count': 'read',
  'get /file/:filename': 'read',
  'get /versions': 'readVersions',
  'get /versions/:id': 'readVersions',
  'post /versions/:id': 'update',
}

/** Whether the row of the table leaves anybody a use for the door. */
const isUsed = ({ method, path, where }: Door): boolean => {
  const slug = where.replace(/^\/(globals\/)?/, '')
  if (!slug || !(slug in matrix)) return !slug.startsWith('payload-')
  if (slug.startsWith('payload-') || isClosed(slug)) return false
  const verb = verbs[`${method} ${path}`]
  return !verb || isHeld(slug, verb)
}

/** Every other door of the product that somebody may use, so that nothing is left out of the document. */
export const doorPaths = (config: SanitizedConfig, known: Readonly<Record<string, Json>>): Json => {
  const paths: Record<string, Json> = {}
  const closed = new Set(
    doorRegistry(config)
      .filter(({ classification }) => classification === 'closed')
      .map((door) => `${door.method} ${pathOf(door)}`),
  )
  for (const door of doorRegistry(config)) {
    const path = pathOf(door)
    if (!isUsed(door)) continue
    const isKnown = known[path]?.[door.method] !== undefined || paths[path]?.[door.method]
    const isOurs = shown.has(door.classification) && methods.has(door.method)
    if (isKnown || !isOurs || closed.has(`${door.method} ${path}`)) continue
    // Whole collections are neither changed nor deleted at once.
    if (/^(patch|delete)$/.test(door.method) && !path.includes('{')) continue
    paths[path] = { ...paths[path], [door.method]: operationOf(door, path) }
  }
  return paths
}

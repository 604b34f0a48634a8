import type { SanitizedConfig } from 'payload'
import { type Door, doorRegistry } from '@/access/doors'
import { matrix } from '@/access/matrix'
import { isClosed } from '@/access/policy'
import { careDoors } from './doors/care'
import { listDoors } from './doors/lists'
import { officeDoors } from './doors/office'
import { choice, type Said, text } from './doors/said'
import { sharedDoors } from './doors/shared'
import { signInDoors } from './doors/signIn'
import { grantedWords, isHeld } from './grantedWords'
import type { Json } from './json'
import { answered, refusals } from './shared'

const shown = new Set(['policy', 'self', 'token', 'public', 'sign-in'])

const pathOf = ({ path, where }: Door): string =>
  `/api${where}${path}`.replace(/\/$/, '').replaceAll(/:(\w+)\??/g, '{$1}')

const methods = new Set(['get', 'post', 'patch', 'put', 'delete'])

const slugOf = ({ where }: Door): string => where.replace(/^\/(globals\/)?/, '')

/** What is known of a door: by its whole address, else by what is the same in every collection. */
const saidOf = (door: Door): Said => {
  const { method, path, where } = door
  const asked = `${method} ${where}${path}`.replace(/\/$/, '')
  const signIn = asked.replace('/auth/:surface', '')
  const said =
    officeDoors[asked] ??
    careDoors[asked] ??
    sharedDoors[asked] ??
    (signIn === asked ? listDoors[`${method} ${path}`] : signInDoors[signIn])
  if (!said) throw new Error(`Nothing says what "${asked}" does. Add it to src/openapi/doors.`)
  return said
}

const parametersOf = (path: string, { query = {} }: Said): Json[] => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: String(name),
    in: 'path',
    required: true,
    schema: name === 'surface' ? choice('staff', 'portal') : text(),
  })),
  ...Object.entries(query).map(([name, { required, description, ...schema }]) => ({
    name,
    in: 'query',
    ...(required ? { required: true } : {}),
    ...(description ? { description } : {}),
    schema,
    ...('$ref' in schema ? { style: 'deepObject', explode: true } : {}),
  })),
]

const isWrite = ({ method }: Door): boolean => method === 'post' || method === 'patch'

const operationOf = (door: Door, path: string): Json => {
  const said = saidOf(door)
  const verb = verbs[`${door.method} ${door.path}`]
  const granted = verb ? grantedWords(slugOf(door), verb) : ''
  const { gives = 'application/json', takes = 'application/json', answer = text() } = said
  return {
    operationId: `${door.method} ${path}`,
    summary: said.summary,
    ...(said.description || granted
      ? { description: [said.description, granted].filter(Boolean).join('\n\n') }
      : {}),
    tags: [slugOf(door).split('/')[0] || 'system'],
    ...(said.isOpen ? { security: [] } : {}),
    parameters: parametersOf(path, said),
    ...(said.body
      ? { requestBody: { required: true, content: { [takes]: { schema: said.body } } } }
      : {}),
    responses: {
      [said.status ?? 200]: answered('Answered.', answer, gives),
      ...refusals(404, 409, 422, ...(isWrite(door) ? [413, 415] : [])),
    },
  }
}

const verbs: Readonly<Record<string, string>> = {
  'get /': 'read',
  'get /:id': 'read',
  'post /': 'create',
  'patch /:id': 'update',
  'delete /:id': 'delete',
  'post /csv': 'export',
  'get /count': 'read',
  'get /file/:filename': 'read',
  'get /versions': 'readVersions',
  'get /versions/:id': 'readVersions',
  'post /versions/:id': 'readVersions',
}

// Payload gives every collection of accounts doors to sign in; these accounts have none.
const withoutSignIn = /^\/(api-clients|portal-users)\/(login|logout|me|refresh-token)$/

/** Whether the row of the table leaves anybody a use for the door. */
const isUsed = (door: Door): boolean => {
  const { method, path, where } = door
  const slug = slugOf(door)
  if (withoutSignIn.test(`${where}${path}`)) return false
  if (!slug || !(slug in matrix)) return !slug.startsWith('payload-')
  if (slug.startsWith('payload-') || isClosed(slug)) return false
  const verb = verbs[`${method} ${path}`]
  // A remittance is made by handing in its file.
  return !verb || isHeld(slug, verb) || `${method} ${where}${path}` === 'post /remittances/'
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

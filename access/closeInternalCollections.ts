import type { Access, Endpoint, SanitizedConfig } from 'payload'
import { decide } from './decide'
import { closedDoor } from './doors'
import { internalSlugs } from './matrix'
import { policyOf } from './policy'

const byTable =
  (slug: string, verb: string): Access =>
  ({ req }) =>
    decide(req, slug, verb)

// Nobody locks documents here (`rev` does that work). Payload keeps the collection all the same because
// its own job statistics count as lockable, and its dashboard then insists on reading it.
const dropDocumentLocks = (config: SanitizedConfig): void => {
  for (const each of config.globals)
    if (each.slug.startsWith('payload-')) each.lockDocuments = false
  const index = config.collections.findIndex(({ slug }) => slug === 'payload-locked-documents')
  const isUsed = [...config.collections, ...config.globals].some(
    (each) => each.lockDocuments !== false,
  )
  if (index >= 0 && !isUsed) config.collections.splice(index, 1)
}

const neededByNobody = [
  // What Payload tells of rights in one record tells that there is such a record.
  ...closedDoor('post', '/access/:id?'),
  ...closedDoor('post', '/:id/duplicate'),
  // The queue runs in the process.
  ...closedDoor('get', '/run'),
  ...closedDoor('get', '/handle-schedules'),
]

const shutDoors = ({ collections, globals }: SanitizedConfig): void => {
  for (const each of collections.filter(({ slug }) => slug.startsWith('payload-'))) {
    const own = each.endpoints || []
    const isThere = ({ method, path }: Endpoint): boolean =>
      own.some((known) => known.method === method && known.path === path)
    each.endpoints = [...neededByNobody.filter(isThere), ...own]
    each.graphQL = false
  }
  for (const each of globals.filter(({ slug }) => slug.startsWith('payload-'))) {
    each.endpoints = [...closedDoor('post', '/access'), ...(each.endpoints || [])]
    each.graphQL = false
  }
}

/** Payload's own collections and globals answer to the table like everything else. */
export const closeInternalCollections = (config: SanitizedConfig): void => {
  dropDocumentLocks(config)
  shutDoors(config)
  const internal = [...config.collections, ...config.globals].filter(({ slug }) =>
    slug.startsWith('payload-'),
  )
  for (const each of internal) {
    if (!internalSlugs.some((slug) => slug === each.slug)) policyOf(each.slug)
    for (const verb of ['create', 'read', 'update', 'delete', 'readVersions'] as const) {
      ;(each.access as Record<string, Access>)[verb] = byTable(each.slug, verb)
    }
  }
}

import type { Access, SanitizedConfig } from 'payload'
import { decide } from './decide'
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

/** Payload's own collections and globals answer to the table like everything else. */
export const closeInternalCollections = (config: SanitizedConfig): void => {
  dropDocumentLocks(config)
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

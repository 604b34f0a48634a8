import type { Access, SanitizedConfig } from 'payload'
import { decide } from './decide'
import { internalSlugs } from './matrix'
import { policyOf } from './policy'

const byTable =
  (slug: string, verb: string): Access =>
  ({ req }) =>
    decide(req, slug, verb)

/** Payload's own collections and globals answer to the table like everything else. */
export const closeInternalCollections = (config: SanitizedConfig): void => {
  const internal = [...config.collections, ...config.globals].filter(({ slug }) => slug.startsWith('payload-'))
  for (const each of internal) {
    if (!internalSlugs.some((slug) => slug === each.slug)) policyOf(each.slug)
    for (const verb of ['create', 'read', 'update', 'delete', 'readVersions'] as const) {
      ;(each.access as Record<string, Access>)[verb] = byTable(each.slug, verb)
    }
  }
}

import type { CollectionConfig } from 'payload'
import type { WebsiteCollection } from '@/src/domain/outreach/addresses'

/** Drafts for what the public reads; a draft is checked like the published text. */
export const websiteVersions: CollectionConfig['versions'] = {
  drafts: { validate: true },
  maxPerDoc: 50,
}

/** What a save needs to know of the record it saved, whatever the answer was asked to hold. */
export const alwaysAnswered: CollectionConfig['forceSelect'] = { slug: true, _status: true }

/** Opens a record as it would look on the website; the route asks for a signed-in member of staff. */
export const previewOf =
  (collection: WebsiteCollection) =>
  (doc: Record<string, unknown>): string | null =>
    doc['id']
      ? `/preview?collection=${collection}&id=${encodeURIComponent(String(doc['id']))}`
      : null

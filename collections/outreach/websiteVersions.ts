import type { CollectionConfig } from 'payload'

/** Drafts for what the public reads; a draft is checked like the published text. */
export const websiteVersions: CollectionConfig['versions'] = {
  drafts: { validate: true },
  maxPerDoc: 50,
}

/** Opens a record as it would look on the website; the route asks for a signed-in member of staff. */
export const previewOf =
  (collection: 'pages' | 'services' | 'therapist-profiles') =>
  (doc: Record<string, unknown>): string | null =>
    doc['id']
      ? `/preview?collection=${collection}&id=${encodeURIComponent(String(doc['id']))}`
      : null

import type { CollectionBeforeChangeHook } from 'payload'
import { idOf, type StoredRow } from '@/src/domain/row'

/** The author's public name, kept in the article: it stays when the profile leaves the directory (R105). */
export const signPost: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const author = idOf(data['author'] ?? originalDoc?.author) ?? ''
  const byline = data['byline'] ?? originalDoc?.byline
  if (!author || byline) return data
  const profile = await req.payload.db.findOne<StoredRow>({
    collection: 'therapist-profiles',
    where: { id: { equals: author } },
    req,
  })
  const name = [profile?.['displayName'], profile?.['credentials']].filter(Boolean).join(', ')
  return name ? { ...data, byline: name } : data
}

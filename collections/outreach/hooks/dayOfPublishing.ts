import type { CollectionBeforeChangeHook } from 'payload'
import { practiceToday } from '@/src/lib/practiceZone'

/** An article carries the day on which it first became public. */
export const dayOfPublishing: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const day = data['publishedOn'] ?? originalDoc?.publishedOn
  if (data['_status'] !== 'published' || day) return data
  return { ...data, publishedOn: practiceToday() }
}

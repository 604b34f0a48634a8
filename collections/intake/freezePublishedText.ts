import type { CollectionBeforeChangeHook } from 'payload'
import { changedFields } from '@/hooks/change'
import { Refusal } from '@/src/lib/errors'

/** What somebody signed must stay readable as it was (R09). */
export const freezePublishedText: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
}) => {
  if (operation !== 'update' || !originalDoc?.contentHash) return data
  const frozen = changedFields(originalDoc, data).filter((name) =>
    ['kind', 'title', 'body'].includes(name),
  )
  if (!frozen.length) return data
  const message = 'This version is published and stays as it is. Make a new text and publish it.'
  throw new Refusal(
    'conflict',
    frozen.map((path) => ({ path, message })),
  )
}

import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '@/access/principal'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'

/** What the patient holds in hand does not change under them: a new plan replaces it. */
export const keepSharedSafetyPlan: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') {
    data['author'] ??= actorOf(req).id
    data['writtenAt'] ??= clock.now().toISOString()
    return data
  }
  if (originalDoc?.status !== 'draft') {
    throw new Refusal(
      'conflict',
      'This safety plan was shared. Write a new one; it replaces this one when you share it.',
    )
  }
  return data
}

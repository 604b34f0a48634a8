import type { CollectionBeforeOperationHook } from 'payload'
import { actorOf } from '@/access/principal'

/** Outside the staff nobody can even ask for a draft. */
export const publishedOnly: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) => {
  if (overrideAccess || actorOf(req).kind === 'staff') return args
  return 'draft' in args && args.draft ? { ...args, draft: false } : args
}

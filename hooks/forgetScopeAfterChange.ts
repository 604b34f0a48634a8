import type { CollectionAfterChangeHook } from 'payload'
import { forgetScope } from '@/access/scopeContext'

/** Rights that just changed must not be answered from what the request computed before. */
export const forgetScopeAfterChange: CollectionAfterChangeHook = ({ doc, req }) => {
  forgetScope(req)
  return doc
}

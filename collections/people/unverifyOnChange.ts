import type { CollectionBeforeChangeHook } from 'payload'
import { changedFields } from '@/hooks/change'

const verified = ['staff', 'kind', 'state', 'number', 'issuedOn', 'expiresOn']

/** What was verified was another text: the new one has to be verified again. */
export const unverifyOnChange: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  if (operation !== 'update') return data
  const changed = changedFields(originalDoc ?? null, data)
  if (!changed.some((name) => verified.includes(name))) return data
  data.verifiedAt = null
  data.verifiedBy = null
  return data
}

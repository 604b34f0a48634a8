import type { CollectionBeforeChangeHook } from 'payload'
import { toMs } from '@/src/domain/scheduling/zonedTime'
import { Refusal } from '@/src/lib/errors'

/** A span of time ends after it begins. */
export const endAfterStart: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const startsAt = data['startsAt'] ?? originalDoc?.startsAt
  const endsAt = data['endsAt'] ?? originalDoc?.endsAt
  if (startsAt && endsAt && toMs(endsAt) <= toMs(startsAt)) {
    throw new Refusal('invalid', [
      { path: 'endsAt', message: 'The end must come after the start.' },
    ])
  }
  return data
}

import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '@/access/principal'
import { practiceToday } from '@/src/lib/practiceZone'

/** When and by whom; a check cannot have happened in the future. */
export const stampCheck: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const today = practiceToday()
  data.checkedOn = data.checkedOn && data.checkedOn <= today ? data.checkedOn : today
  const actor = actorOf(req)
  data.checkedBy = actor.kind === 'staff' ? actor.id : null
  return data
}

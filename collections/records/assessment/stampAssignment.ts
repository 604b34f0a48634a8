import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '@/access/principal'
import { findMeasure } from '@/src/domain/measures/catalog'
import { clock } from '@/src/lib/clock'

/** The version is fixed when it is asked for, so that nobody is scored by a later one. */
export const stampAssignment: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const actor = actorOf(req)
  data['measureVersion'] = findMeasure(String(data['measureId']))?.version ?? null
  data['assignedAt'] = clock.now().toISOString()
  data['assignedBy'] = actor.kind === 'staff' ? actor.id : null
  data['status'] = 'assigned'
  delete data['answers']
  return data
}

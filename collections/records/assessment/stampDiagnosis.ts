import type { CollectionAfterReadHook, CollectionBeforeChangeHook } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { actorOf } from '@/access/principal'
import { isTrainee } from '@/hooks/rules/records/trainee'
import { practiceToday } from '@/src/lib/practiceZone'

export const provisionalNotice = 'Saved as provisional. Your supervisor must confirm.'

/** R18: what a trainee enters is provisional until the supervisor confirms. */
export const stampDiagnosis: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  delete data['notice']
  if (operation !== 'create' || systemMarkOf(req)) return data
  const actor = actorOf(req)
  data['diagnosedBy'] = actor.id
  data['status'] = isTrainee(actor) || data['isProvisional'] ? 'provisional' : 'active'
  data['endedOn'] = null
  data['diagnosedOn'] ||= practiceToday()
  return data
}

/** Tells a trainee in the answer what happens next. */
export const sayProvisional: CollectionAfterReadHook = ({ doc, req }) => {
  if (doc?.status === 'provisional' && isTrainee(actorOf(req))) doc.notice = provisionalNotice
  return doc
}

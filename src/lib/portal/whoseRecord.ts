import { actorOf } from '@/access/principal'
import { textIn } from '@/src/domain/row'
import type { PortalVisit } from './portalRequest'
import { findRow } from './rows'

export type WhoseRecord = {
  isOwn: boolean
  /** The first name of whom somebody acts for; empty for one's own record. */
  name: string
  /** "my record", or whose it is. */
  words: string
}

/** Whose record a page speaks of; null for somebody who acts for a patient without the right to records. */
export const whoseRecord = async (visit: PortalVisit): Promise<WhoseRecord | null> => {
  if (!visit.isProxy) return { isOwn: true, name: '', words: 'my record' }
  if (!actorOf(visit.req).proxy?.rights.includes('records')) return null
  const name = textIn(await findRow(visit.req, 'patients', visit.patientId), 'firstName')
  return { isOwn: false, name, words: `the record of ${name}` }
}

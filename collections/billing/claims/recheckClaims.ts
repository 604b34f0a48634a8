import type { BasePayload, CollectionAfterChangeHook, Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { idIn } from '@/src/domain/row'
import { type BillingContext, readerOf } from '../billingContext'
import { noteReadiness } from './noteReadiness'

const unsent = ['draft', 'needsAttention', 'ready', 'rejected']

/** Looks again at the claims under `where` that were not sent, oldest check first; answers how many. */
const recheck = async (context: BillingContext, where: Where, limit: number): Promise<number> => {
  const claims = await readerOf(context).many(
    'claims',
    { and: [{ status: { in: unsent } }, where] },
    { sort: 'checkedAt', limit },
  )
  for (const claim of claims) await noteReadiness(context, claim)
  return claims.length
}

// A patient has a handful of unsent claims; the cap only keeps a save from taking for ever.
const ofOnePatient = 50

/** After a change that a claim's list may hang on: person, policy, authorization. */
export const recheckClaims =
  (patientColumn: string): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    const patient = patientColumn === 'id' ? doc.id : idIn(doc, patientColumn)
    if (!patient || (patientColumn === 'id' && operation === 'create')) return doc
    const system = await asSystem(req, 'Check the claims again')
    await recheck({ system, req: system.req }, { patient: { equals: patient } }, ofOnePatient)
    return doc
  }

/** What no record of a patient tells, such as an enrollment or the day, is found by looking every hour. */
export const recheckAllClaims = async (payload: BasePayload): Promise<number> => {
  const system = await asSystem(payload, 'Check the claims again')
  return recheck({ system, req: system.req }, {}, 500)
}

import type { PayloadRequest } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import { scopeKeysOf } from './decide'
import { matrix } from './matrix'
import { policyOf } from './policy'
import { type Actor, staffActor } from './principal'
import type { Principal } from './roles'
import { scopeContextFor } from './scopeContext'
import { isInScope, type ScopeName } from './scopes'
import { emergencyGrantsOf } from './session/emergency'

/** Why somebody may, or may not, use a verb on one patient's records of a kind. */
export type Reason = {
  verb: string
  principal: Principal
  scope: ScopeName
  /** `some`: it depends on the record, not on the patient. */
  holds: 'yes' | 'no' | 'some'
}

export type Explanation = { slug: string; reasons: Reason[] }

// These ask for the patient alone; every other scope asks for the record.
const aboutPatient: readonly ScopeName[] = [
  'all',
  'caseload',
  'supervisees',
  'emergency',
  'compartment',
  'proxyAny',
]

const hasPatient = (req: PayloadRequest, slug: string): boolean => {
  const named = [scopeKeysOf(slug).patient, 'patient']
  const fields =
    req.payload.collections[slug as keyof typeof req.payload.collections]?.config.flattenedFields // any slug of the table
  return slug === 'patients' || Boolean(fields?.some(({ name }) => named.includes(name)))
}

/**
 * For every kind of record that is about a patient: which cells of the policy table let this member of staff
 * do what with the records of this patient today, by which scope, and whether it holds.
 */
export const explain = async (
  req: PayloadRequest,
  { person, patient }: { person: StoredRow; patient: string },
): Promise<Explanation[]> => {
  const emergency = await emergencyGrantsOf(req.payload, person)
  const actor: Actor = staffActor(person, emergency)
  const context = await scopeContextFor(req, actor)
  return Object.keys(matrix)
    .filter((slug) => hasPatient(req, slug))
    .map((slug) => {
      const keys = scopeKeysOf(slug)
      const row = { [slug === 'patients' ? 'id' : keys.patient]: patient }
      const reasons = actor.principals.flatMap((principal) =>
        [...policyOf(slug)[principal]].map(([verb, scope]): Reason => {
          if (!aboutPatient.includes(scope)) return { verb, principal, scope, holds: 'some' }
          const holds = isInScope([scope], context, keys, row) ? 'yes' : 'no'
          return { verb, principal, scope, holds }
        }),
      )
      return { slug, reasons }
    })
}

import { idIn } from '@/access/scopes'
import type { Row } from '../../change'
import type { FactReader } from '../rule'

/** Why a plan must not hear of a service: the patient pays for it, or a minor consented to it alone. */
export type PlanSecret = 'paidByPatient' | 'minorAlone'

/**
 * Whether a service stays between patient and practice (45 CFR 164.522(a)(1)(vi)), or belongs to care that a
 * minor consented to alone: what a plan writes to the subscriber would tell a parent (MI-5).
 */
export const secretFromPlan = async (
  read: FactReader,
  charge: Row | null,
): Promise<PlanSecret | null> => {
  if (!charge) return null
  if (charge['isKeptFromPlan'] === true) return 'paidByPatient'
  const session = await read.one('sessions', idIn(charge, 'session'))
  const episode = await read.one('care-episodes', idIn(session ?? {}, 'episode'))
  return episode && episode['isOpenToProxies'] !== true ? 'minorAlone' : null
}

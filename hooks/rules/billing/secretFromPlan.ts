import { idIn, type Row } from '@/src/domain/row'
import type { FactReader } from '../rule'

/** Why a plan must not hear of a service: the patient pays for it, or a minor consented to it alone. */
export type PlanSecret = 'paidByPatient' | 'minorAlone'

/** Care that a minor consented to alone and did not open to parents. */
const isAlone = async (read: FactReader, row: Row | null): Promise<boolean> => {
  const episode = await read.one('care-episodes', idIn(row ?? {}, 'episode'))
  return Boolean(episode) && episode?.['isOpenToProxies'] !== true
}

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
  return (await isAlone(read, session)) ? 'minorAlone' : null
}

/** The same of a visit, which may have no charge yet: it takes none of the sessions that a plan authorized. */
export const isVisitSecret = async (read: FactReader, appointment: Row | null): Promise<boolean> =>
  (await isAlone(read, appointment)) ||
  (await read.count('charges', {
    and: [
      { appointment: { equals: appointment?.['id'] ?? '' } },
      { isKeptFromPlan: { equals: true } },
      { status: { not_equals: 'voided' } },
    ],
  })) > 0

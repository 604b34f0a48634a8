import { addDays } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { at } from '../seed/clinic'
import { newId } from '../seed/memory/newId'
import type { Somebody } from './person'
import type { Context, Visit } from './rows'

const payerAllows = 0.78
const copayCents = 2_000
const filingDays = 180
// Claims of the last weeks are on their way; everything older was answered.
const openDays = 45
const openStates = ['draft', 'ready', 'submitted', 'accepted', 'accepted'] as const

const claimStatus = ({ random }: Somebody, { day }: Visit, today: string): string => {
  if (addDays(day, openDays) >= today) return random.pick(openStates)
  return random.chance(30) ? 'patientOwes' : 'paid'
}

/** The claim of an insured visit and its line, as far as they came by today. */
export const claimRows = (
  { clinic, today, stamps }: Context,
  person: Somebody,
  { visit, session, charge }: { visit: Visit; session: string; charge: string },
): { claim: StoredRow; line: StoredRow } => {
  const status = claimStatus(person, visit, today)
  const isAnswered = status === 'paid' || status === 'patientOwes'
  const isSent = isAnswered || status === 'submitted' || status === 'accepted'
  const controlNumber = `C${String(visit.claimNumber).padStart(7, '0')}`
  const share = status === 'patientOwes' ? copayCents : 0
  const allowedCents = Math.round(visit.cents * payerAllows)
  const id = newId()
  const money = isAnswered
    ? {
        paidCents: allowedCents - share,
        patientShareCents: share,
        contractualCents: visit.cents - allowedCents,
        answeredOn: addDays(visit.day, 20),
      }
    : {}
  const sent = isSent
    ? {
        submittedAt: at(addDays(visit.day, 2), '15:20').toISOString(),
        submittedBy: clinic.staff.dana,
        payerClaimNumber: `P${controlNumber}`,
      }
    : {}
  const own = { patient: person.id, charge, serviceDate: visit.day }
  return {
    claim: {
      id,
      uniqueKey: `charge|${charge}`,
      controlNumber,
      status,
      clinician: person.clinician,
      session,
      policy: visit.policy,
      payer: person.payer,
      totalCents: visit.cents,
      diagnosisCodes: 'F41.1',
      frequency: '1',
      isGreen: status !== 'draft',
      filingDeadline: addDays(visit.day, filingDays),
      filingAlarmFrom: addDays(visit.day, Math.round(filingDays * 0.8)),
      ...own,
      ...sent,
      ...money,
      ...stamps,
    },
    line: {
      id: newId(),
      uniqueKey: `${id}|${charge}`,
      claim: id,
      lineNumber: 1,
      lineControlNumber: `${controlNumber}-1`,
      code: visit.code,
      modifiers: '',
      placeOfService: '11',
      units: 1,
      chargeCents: visit.cents,
      ...own,
      ...stamps,
    },
  }
}

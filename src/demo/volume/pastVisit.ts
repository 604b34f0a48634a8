import {
  chargePosting,
  patientPaymentPosting,
  remittanceLinePosting,
} from '@/src/domain/billing/ledger'
import { visitTitle } from '@/src/domain/scheduling/visitTitle'
import { at, plusMinutes, zone } from '../seed/clinic'
import { newId } from '../seed/memory/newId'
import { booked } from './books'
import type { Somebody } from './person'
import { add, type Context, type Rows, type Visit } from './rows'
import { claimRows } from './visitClaim'
import { noteOf } from './visitNote'

/** A visit of the past with everything that hangs on it; the books balance. */
export const pastVisit = async (
  rows: Rows,
  context: Context,
  { person, visit }: { person: Somebody; visit: Visit },
): Promise<void> => {
  const { clinic, stamps } = context
  const { id: patient, clinician, payer, random } = person
  const { day, code, cents, sequence } = visit
  const startsAt = at(day, `${String(random.int(9, 16)).padStart(2, '0')}:00`)
  const [appointment, session, charge] = [newId(), newId(), newId()]
  const isIntake = code === '90791'
  const kind = isIntake ? 'intake' : 'individual'
  const title = visitTitle({ instant: startsAt, zone, kind })
  const shared = { patient, clinician, serviceDate: day }
  add(rows, 'appointments', {
    id: appointment,
    uniqueKey: `volume|${appointment}`,
    startsAt: startsAt.toISOString(),
    endsAt: plusMinutes(startsAt, 50).toISOString(),
    minutes: 50,
    zone,
    location: clinic.places.downtown,
    format: 'inPerson',
    kind,
    title,
    status: 'completed',
    checkedInAt: startsAt.toISOString(),
    sessionStartedAt: startsAt.toISOString(),
    sequence,
    ...shared,
    ...stamps,
  })
  add(rows, 'sessions', {
    id: session,
    uniqueKey: `appointment|${appointment}`,
    appointment,
    location: clinic.places.downtown,
    startedAt: startsAt.toISOString(),
    endedAt: plusMinutes(startsAt, 48).toISOString(),
    minutes: 48,
    zone,
    format: 'inPerson',
    placeOfService: '11',
    kind,
    title,
    isIntake,
    sequence,
    attendance: 'present',
    serviceCode: code,
    status: 'completed',
    completedAt: plusMinutes(startsAt, 50).toISOString(),
    ...shared,
    ...stamps,
  })
  add(
    rows,
    'progress-notes',
    await noteOf(context, person, { session, appointment, visit, startedAt: startsAt }),
  )
  const owing = {
    id: charge,
    uniqueKey: `${session}|${code}`,
    session,
    appointment,
    code,
    modifiers: '',
    placeOfService: '11',
    units: 1,
    amountCents: cents,
    status: 'ready',
    readyOn: day,
    ...shared,
    ...stamps,
  }
  add(rows, 'charges', owing)
  const post = (
    posting: Parameters<typeof booked>[0],
    facts: Parameters<typeof booked>[1],
  ): void => {
    const { postings, entries } = booked(posting, facts, stamps)
    add(rows, 'postings', ...postings)
    add(rows, 'ledger-entries', ...entries)
  }
  const owed = { chargeId: charge, patientId: patient }
  const first = { patient, sequence: sequence * 2 - 1, postedOn: day }
  const second = { patient, sequence: sequence * 2 }
  if (!payer) {
    owing.status = 'billed'
    const responsible = { kind: 'patient' } as const
    const payment = newId()
    add(rows, 'payments', {
      id: payment,
      uniqueKey: `volume|${payment}`,
      patient,
      status: 'received',
      amountCents: cents,
      method: 'terminal',
      receivedOn: day,
      receivedAt: plusMinutes(startsAt, 55).toISOString(),
      reference: `Slip ${person.index}`,
      provider: 'manual',
      takenBy: clinic.staff.ben,
      ...stamps,
    })
    post(chargePosting({ ...owed, responsible, amountCents: cents }), {
      ...first,
      charge,
      uniqueKey: `charge|${charge}`,
    })
    const openCharges = [{ chargeId: charge, serviceDate: day, dueCents: cents }]
    post(patientPaymentPosting({ patientId: patient, amountCents: cents, openCharges }), {
      ...second,
      postedOn: day,
      payment,
      uniqueKey: `payment|${payment}`,
    })
    return
  }
  const responsible = { kind: 'payer', payerId: payer } as const
  post(chargePosting({ ...owed, responsible, amountCents: cents }), {
    ...first,
    charge,
    uniqueKey: `charge|${charge}`,
  })
  const { claim, line } = claimRows(context, person, { visit, session, charge })
  // It is with the payer once the claim is sent.
  if (claim['submittedAt']) owing.status = 'claimed'
  add(rows, 'claims', claim)
  add(rows, 'claim-lines', line)
  if (!claim['answeredOn']) return
  const decided = {
    ...owed,
    claimId: claim.id,
    payerId: payer,
    paidCents: Number(claim['paidCents']),
    contractualCents: Number(claim['contractualCents']),
    patientResponsibilityCents: Number(claim['patientShareCents']),
  }
  post(remittanceLinePosting(decided), {
    ...second,
    postedOn: String(claim['answeredOn']),
    charge,
    claim: claim.id,
    paidCents: decided.paidCents,
    uniqueKey: `volume|${claim.id}`,
  })
}

import type { PayloadRequest } from 'payload'
import { noteHash } from '@/collections/records/notes/canonicalNote'
import { sealTexts } from '@/hooks/sealConfidential'
import {
  chargePosting,
  patientPaymentPosting,
  remittanceLinePosting,
} from '@/src/domain/billing/ledger'
import { holdKeys } from '@/src/domain/scheduling/holdKeys'
import { at, type Clinic, nextWeekday, plusDays, plusMinutes, zone } from '../seed/clinic'
import { newId } from '../seed/memory/newId'
import { noteTexts } from '../seed/words/chart'
import { conditions } from '../seed/words/conditions'
import { booked } from './books'
import type { Somebody } from './person'

type Row = Record<string, unknown> & { id: string }

/** Rows by collection. */
export type Rows = Record<string, Row[]>

const add = (rows: Rows, slug: string, ...more: Row[]): void => {
  const known = rows[slug]
  if (known) known.push(...more)
  else rows[slug] = more
}

const payerAllows = 0.78
const copayCents = 2_000
const filingDays = 180
// Claims of the last weeks are on their way; everything older was answered.
const openDays = 45
const openStates = ['draft', 'ready', 'submitted', 'accepted', 'accepted'] as const

type Visit = {
  day: string
  sequence: number
  code: '90791' | '90834'
  cents: number
  policy: string | null
  /** Running number of the claim, given to insured visits. */
  claimNumber: number
}

type Context = { clinic: Clinic; req: PayloadRequest; today: string; stamps: object }

const conditionList = Object.values(conditions)

const noteOf = async (
  { req, stamps }: Context,
  person: Somebody,
  {
    session,
    appointment,
    visit,
    startedAt,
  }: {
    session: string
    appointment: string
    visit: Visit
    startedAt: Date
  },
): Promise<Row> => {
  const condition = person.random.pick(conditionList)
  const texts = noteTexts(condition, person.random)
  const row = {
    id: newId(),
    uniqueKey: `session|${session}`,
    recordUid: crypto.randomUUID(),
    kind: 'session',
    format: 'DAP',
    session,
    appointment,
    patient: person.id,
    author: person.clinician,
    riskStatus: 'denied',
    serviceDate: visit.day,
    startedAt: startedAt.toISOString(),
    endedAt: plusMinutes(startedAt, 48).toISOString(),
    minutes: 48,
    zone,
    serviceCode: visit.code,
    placeOfService: '11',
    attendance: 'present',
    status: 'signed',
    isFinal: true,
    isShared: false,
    isOpenToProxies: true,
    isLateEntry: false,
    signedAt: plusMinutes(startedAt, 200).toISOString(),
    signedBy: person.clinician,
    signerName: 'Made for volume',
    signedZone: zone,
    ...stamps,
  }
  return {
    ...row,
    contentHash: noteHash({ ...row, ...texts }),
    sealed: await sealTexts(req, 'progress-notes', row, texts),
  }
}

const claimStatus = ({ random }: Somebody, { day }: Visit, today: string): string => {
  if (plusDays(day, openDays) >= today) return random.pick(openStates)
  return random.chance(30) ? 'patientOwes' : 'paid'
}

const claimRows = (
  { clinic, today, stamps }: Context,
  person: Somebody,
  { visit, session, charge }: { visit: Visit; session: string; charge: string },
): { claim: Row; line: Row } => {
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
        answeredOn: plusDays(visit.day, 20),
      }
    : {}
  const sent = isSent
    ? {
        submittedAt: at(plusDays(visit.day, 2), '15:20').toISOString(),
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
      filingDeadline: plusDays(visit.day, filingDays),
      filingAlarmFrom: plusDays(visit.day, Math.round(filingDays * 0.8)),
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
    kind: isIntake ? 'intake' : 'individual',
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
    kind: isIntake ? 'intake' : 'individual',
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

const hoursPerDay = 8

/** The next weekly visit of somebody in care, with its held times; none where the week is full. */
export const nextVisit = (rows: Rows, context: Context, person: Somebody): void => {
  const { clinic, stamps, today } = context
  const { id: patient, clinician, turn } = person
  if (turn === null || turn >= 5 * hoursPerDay) return
  const day = nextWeekday(plusDays(today, 1), 1 + (turn % 5))
  const startsAt = at(day, `${String(9 + Math.floor(turn / 5)).padStart(2, '0')}:00`)
  const [start, end] = [startsAt.toISOString(), plusMinutes(startsAt, 50).toISOString()]
  const uniqueKey = `volume|next|${patient}`
  add(rows, 'appointments', {
    id: newId(),
    uniqueKey,
    patient,
    clinician,
    startsAt: start,
    endsAt: end,
    minutes: 50,
    serviceDate: day,
    zone,
    location: clinic.places.downtown,
    format: 'inPerson',
    kind: 'individual',
    status: 'booked',
    sequence: 3,
    ...stamps,
  })
  const resources = [
    { kind: 'clinician' as const, id: clinician },
    { kind: 'patient' as const, id: patient },
  ]
  const held = holdKeys({ resources, start, end }).map((key) => ({
    id: newId(),
    key,
    appointmentKey: uniqueKey,
    attempt: uniqueKey,
    heldAt: start,
  }))
  add(rows, 'slot-holds', ...held)
}

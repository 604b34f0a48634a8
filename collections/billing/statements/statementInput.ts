import type { PayloadRequest } from 'payload'
import { factReader } from '@/hooks/facts'
import type { FactReader } from '@/hooks/rules/rule'
import type { StatementCharge, StatementInput } from '@/src/domain/billing/statement'
import { isWithin } from '@/src/domain/calendarDate'
import { addressLinesFor } from '@/src/domain/people/reach'
import { idIn, numberIn, type Row, textIn } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { figuresOf, unappliedOf } from '../ledger/patientBooks'
import { type Posted, postingsOf } from '../ledger/postOnce'

const answered = new Set(['paid', 'partiallyPaid', 'denied', 'patientOwes', 'closed'])
const billable = new Set(['ready', 'claimed', 'billed'])

/** Days to pay after the statement's date. */
const dueInDays = 30

const newest = (claims: readonly Row[], chargeId: string): Row | null =>
  claims
    .filter((claim) => idIn(claim, 'charge') === chargeId && claim['status'] !== 'voided')
    .sort((a, b) => textIn(b, 'controlNumber').localeCompare(textIn(a, 'controlNumber')))[0] ?? null

type Around = { claims: readonly Row[]; policies: readonly Row[]; posted: readonly Posted[] }

const goesToSecondPayer = (charge: Row, policies: readonly Row[]): boolean =>
  policies.some(
    (policy) =>
      policy['priority'] === 'secondary' &&
      policy['coverageResult'] !== 'inactive' &&
      policy['id'] !== idIn(charge, 'policy') &&
      isWithin(textIn(charge, 'serviceDate'), {
        from: textIn(policy, 'effectiveOn') || null,
        to: textIn(policy, 'terminatedOn') || null,
      }),
  )

const isFinalByAllPayers = (charge: Row, { claims, policies }: Around): boolean => {
  if (!idIn(charge, 'payer')) return true
  const claim = newest(claims, String(charge['id']))
  if (!claim || !answered.has(textIn(claim, 'status'))) return false
  return claim['isForwarded'] !== true && !goesToSecondPayer(charge, policies)
}

const chargeOf = (charge: Row, around: Around): StatementCharge => {
  const chargeId = String(charge['id'])
  return {
    chargeId,
    serviceDate: textIn(charge, 'serviceDate'),
    code: textIn(charge, 'code'),
    chargeCents: numberIn(charge, 'amountCents'),
    ...figuresOf(around.posted, chargeId),
    isFinalByAllPayers: isFinalByAllPayers(charge, around),
  }
}

/** Sessions of care that a minor consented to alone: they never stand on a statement (MI-5). */
const sessionsAlone = async (read: FactReader, patientId: string): Promise<Set<string>> => {
  const episodes = await read.many('care-episodes', { patient: { equals: patientId } })
  const ids = episodes
    .filter((row) => row['isOpenToProxies'] !== true)
    .map((row) => String(row['id']))
  const sessions = ids.length ? await read.many('sessions', { episode: { in: ids } }) : []
  return new Set(sessions.map((row) => String(row['id'])))
}

/** The charges of a patient as a statement sees them. */
export const statementCharges = async (
  read: FactReader,
  { patientId, posted }: { patientId: string; posted: readonly Posted[] },
): Promise<StatementCharge[]> => {
  const ofPatient = { patient: { equals: patientId } }
  const charges = await read.many('charges', ofPatient, { sort: 'serviceDate' })
  const claims = await read.many('claims', ofPatient)
  const policies = await read.many('insurance-policies', ofPatient)
  const alone = await sessionsAlone(read, patientId)
  return charges
    .filter(
      (charge) =>
        billable.has(textIn(charge, 'status')) &&
        numberIn(charge, 'amountCents') > 0 &&
        !alone.has(idIn(charge, 'session') ?? ''),
    )
    .map((charge) => chargeOf(charge, { claims, policies, posted }))
}

/** Everything a statement of today is made from, but its number and the smallest amount. */
export const loadStatementInput = async (
  req: PayloadRequest,
  patient: Row,
): Promise<Omit<StatementInput, 'statementNumber' | 'minimumCents'>> => {
  const read = factReader(req)
  const patientId = String(patient['id'])
  const practice = await read.global('practice')
  const posted = await postingsOf(req, patientId)
  const name = `${textIn(patient, 'firstName')} ${textIn(patient, 'lastName')}`.trim()
  return {
    statementDate: practiceToday(),
    dueInDays,
    practice: {
      name: textIn(practice, 'name'),
      addressLines: addressLinesFor(practice),
      phone: textIn(practice, 'phone'),
    },
    patient: {
      name,
      account: patientId.replaceAll('-', '').slice(-8).toUpperCase(),
    },
    charges: await statementCharges(read, { patientId, posted }),
    unappliedCents: Math.max(0, unappliedOf(posted, patientId)),
  }
}

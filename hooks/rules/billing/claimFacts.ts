import { claimReadiness } from '@/src/domain/billing/claimReadiness'
import type {
  ClaimReadinessLine,
  ClaimReadinessSnapshot,
  Dated,
  ReadinessFinding,
} from '@/src/domain/billing/claimReadinessTypes'
import { codesIn } from '@/src/domain/billing/codesIn'
import type { TelehealthRule } from '@/src/domain/billing/placeOfService'
import { idIn, type Row, textIn } from '@/src/domain/row'
import type { Change } from '../../change'
import type { FactReader } from '../rule'
import { authorizationOfAppointment } from './authorizationFacts'
import { type NoteFacts, noteOfSession } from './noteFacts'
import { renderingOf } from './renderingFacts'

/** What the readiness list needs, without the clock and the settings. */
export type ClaimFacts = Omit<ClaimReadinessSnapshot, 'today' | 'filingAlarmPercent'>

const day = (row: Row | null, column: string): string | null => textIn(row, column) || null

const dated = (row: Row | null, from: string, to: string): Dated => ({
  from: day(row, from),
  to: day(row, to),
})

/** The telehealth table of a payer with the practice's default rows. */
export const telehealthRulesFor = async (
  read: FactReader,
  payer: Row | null,
): Promise<TelehealthRule[]> => {
  const rows = await read.many('payer-rules', {})
  return rows
    .filter((row) => !idIn(row, 'payer') || idIn(row, 'payer') === payer?.['id'])
    .map((row) => ({
      payerId: idIn(row, 'payer'),
      payerName: textIn(payer, 'name') || 'The payer',
      modality: textIn(row, 'modality') === 'audio' ? 'audio' : 'video',
      patientPlace: textIn(row, 'patientPlace') === 'elsewhere' ? 'elsewhere' : 'home',
      effectiveFrom: textIn(row, 'effectiveFrom'),
      effectiveTo: day(row, 'effectiveTo'),
      isCovered: row['isCovered'] !== false,
      placeOfService: textIn(row, 'placeOfService'),
      modifiers: codesIn(row, 'modifiers'),
    }))
}

/** How and where a session was held, in the words of the claim. */
export const settingOf = (
  session: Row | null,
): Pick<ClaimReadinessLine, 'modality' | 'patientPlace'> => {
  const format = textIn(session, 'format')
  return {
    modality: format === 'video' ? 'video' : format === 'phone' ? 'audio' : 'inPerson',
    patientPlace: textIn(session, 'placeOfService') === '02' ? 'elsewhere' : 'home',
  }
}

const billable = new Set(['active', 'resolved'])

/** Confirmed diagnoses, the principal one first. */
export const billableDiagnoses = async (read: FactReader, patientId: string): Promise<Row[]> => {
  const rows = await read.many('diagnoses', { patient: { equals: patientId } })
  const rank = (row: Row) => (typeof row['rank'] === 'number' ? row['rank'] : 99)
  return rows
    .filter((row) => billable.has(textIn(row, 'status')))
    .sort((a, b) => rank(a) - rank(b) || textIn(a, 'code').localeCompare(textIn(b, 'code')))
}

/**
 * A diagnosis written down with the note of a service holds for that service, even when the note
 * came a day or two later.
 */
const diagnosisOn = (row: Row, signedOn: string | null): Dated & { code: string } => {
  const diagnosedOn = day(row, 'diagnosedOn')
  const isPartOfTheNote = Boolean(signedOn && diagnosedOn && diagnosedOn <= signedOn)
  return {
    code: textIn(row, 'code'),
    from: isPartOfTheNote ? null : diagnosedOn,
    to: textIn(row, 'status') === 'resolved' ? day(row, 'endedOn') : null,
  }
}

const planCovers = new Set(['active', 'underReview', 'superseded', 'closed'])

const hasActivePlan = async (read: FactReader, patientId: string, on: string): Promise<boolean> => {
  const plans = await read.many('treatment-plans', { patient: { equals: patientId } })
  return plans.some(
    (plan) =>
      planCovers.has(textIn(plan, 'status')) &&
      textIn(plan, 'effectiveDate') !== '' &&
      textIn(plan, 'effectiveDate').slice(0, 10) <= on,
  )
}

const lineOf = (
  line: Row,
  {
    session,
    note,
    authorization,
  }: {
    session: Row | null
    note: NoteFacts | null
    authorization: ClaimReadinessLine['authorization']
  },
): ClaimReadinessLine => ({
  serviceDate: textIn(line, 'serviceDate'),
  code: textIn(line, 'code'),
  modifiers: codesIn(line, 'modifiers'),
  placeOfService: textIn(line, 'placeOfService'),
  minutes: typeof session?.['minutes'] === 'number' ? session['minutes'] : null,
  ...settingOf(session),
  units: typeof line['units'] === 'number' ? line['units'] : 1,
  note: note && {
    isSigned: note.isSigned,
    needsCoSignature: note.needsCoSignature,
    isCoSigned: note.isFinal,
  },
  authorization,
})

/** Fills the readiness snapshot of a claim from the records. */
export const loadClaimFacts = async (read: FactReader, claim: Row): Promise<ClaimFacts> => {
  const patientId = idIn(claim, 'patient') ?? ''
  const serviceDate = textIn(claim, 'serviceDate')
  // One after the other: a database session inside a transaction answers one question at a time.
  const payer = await read.one('payers', idIn(claim, 'payer'))
  const policy = await read.one('insurance-policies', idIn(claim, 'policy'))
  const session = await read.one('sessions', idIn(claim, 'session'))
  const rows = await read.many(
    'claim-lines',
    { claim: { equals: claim['id'] } },
    { sort: 'lineNumber' },
  )
  const practice = await read.global('practice')
  const note = await noteOfSession(read, session)
  const authorization = await authorizationOfAppointment(read, idIn(session ?? {}, 'appointment'))
  const diagnoses = await billableDiagnoses(read, patientId)
  const rendering = await renderingOf(read, {
    payer,
    clinicianId: idIn(claim, 'clinician'),
    serviceDate,
  })
  return {
    payer: {
      id: String(payer?.['id'] ?? ''),
      name: textIn(payer, 'name') || 'the payer',
      filingLimitDays:
        typeof payer?.['filingLimitDays'] === 'number' ? payer['filingLimitDays'] : null,
      needsActivePlan: payer?.['requiresPlan'] === true,
      needsAuthorization: payer?.['requiresAuthorization'] === true,
      telehealthRules: await telehealthRulesFor(read, payer),
    },
    coverage: policy && {
      memberId: textIn(policy, 'memberId'),
      ...dated(policy, 'effectiveOn', 'terminatedOn'),
    },
    rendering,
    billing: {
      npi: day(practice, 'npi'),
      taxonomy: day(practice, 'taxonomy'),
      postalCode: day(practice, 'postalCode'),
    },
    diagnoses: diagnoses.map((row) => diagnosisOn(row, note?.signedOn ?? null)),
    hasActivePlan: await hasActivePlan(read, patientId, serviceDate),
    hasProofOfTimelyFiling: claim['hasProofOfTimelyFiling'] === true,
    lines: rows.map((line) => lineOf(line, { session, note, authorization })),
  }
}

export type ReadinessClock = { today: string; filingLimitDays: number; filingAlarmPercent: number }

/** The green and red list of one claim. The payer's own filing limit wins over the practice's. */
export const readinessOf = (
  facts: ClaimFacts,
  { today, filingLimitDays, filingAlarmPercent }: ReadinessClock,
): { ready: boolean; findings: ReadinessFinding[] } =>
  claimReadiness({
    ...facts,
    payer: { ...facts.payer, filingLimitDays: facts.payer.filingLimitDays ?? filingLimitDays },
    today,
    filingAlarmPercent,
  })

export type SubmittedClaim = {
  id: string
  controlNumber: string
  facts: ClaimFacts
  fileProblem: string
}

const loaded = new WeakMap<Change, Promise<SubmittedClaim[]>>()

const submittedClaims = async (read: FactReader, change: Change): Promise<SubmittedClaim[]> => {
  const isBatch = change.slug === 'claim-batches'
  const ids = textIn(change.after, 'claimIds').split(' ').filter(Boolean)
  const claims = isBatch ? await read.many('claims', { id: { in: ids } }) : [change.after]
  const submitted: SubmittedClaim[] = []
  for (const claim of claims) {
    submitted.push({
      id: String(claim['id']),
      controlNumber: textIn(claim, 'controlNumber'),
      facts: await loadClaimFacts(read, claim),
      fileProblem: textIn(change.after, 'fileProblem'),
    })
  }
  return submitted
}

/** The claims that a submission sends, read once however many rules ask. */
export const claimsOfSubmission = (read: FactReader, change: Change): Promise<SubmittedClaim[]> => {
  const known = loaded.get(change)
  if (known) return known
  const claims = submittedClaims(read, change)
  loaded.set(change, claims)
  return claims
}

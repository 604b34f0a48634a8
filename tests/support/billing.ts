import { asSystem } from '@/access/asSystem'
import type { BillingContext } from '@/collections/billing/billingContext'
import { markChargeReady } from '@/collections/billing/effects/markChargeReady'
import { npiCheckDigit } from '@/src/domain/billing/npi'
import { retryTransient } from '@/src/lib/database'
import type { TestApp } from './boot'
import type { Answer, Client } from './client'
import { assign, insert, makePatient, makeStaff, type Person, read } from './people'
import { freezeAt, makePlace, type Place, rowsOf, tuesday } from './practice'

export const npi = (nine: string): string => `${nine}${npiCheckDigit(nine)}`

export type Office = {
  app: TestApp
  dana: Person
  rosa: Person
  ben: Person
  kim: Person
  place: Place
  aetna: string
}

const practiceFacts = {
  name: 'Harbour Therapy',
  legalName: 'Harbour Therapy LLC',
  phone: '5035550100',
  email: 'office@harbour.example',
  timeZone: 'America/Los_Angeles',
  npi: npi('199999998'),
  taxonomy: '261QM0850X',
  taxId: '74-1234567',
  addressLine1: '1 Harbour Way',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201-1234',
  submitterId: 'HARB001',
  receiverId: 'CLEAR01',
  receiverName: 'Clear House',
  isTestMode: true,
}

export const todayIs = '2026-04-14'

/** A practice that can bill Aetna: people, numbers, fees, one enrolled clinician. */
export const makeOffice = async (app: TestApp): Promise<Office> => {
  freezeAt(tuesday)
  const rosa = await makeStaff(app, 'Rosa', ['owner'])
  const dana = await makeStaff(app, 'Dana', ['biller'])
  const ben = await makeStaff(app, 'Ben', ['frontDesk'])
  const kim = await makeStaff(app, 'Kim Alvarez', ['clinician'], {
    npi: npi('123456789'),
    taxonomy: '1041C0700X',
    credentials: 'LCSW',
  })
  const answer = await rosa.client.post('/api/globals/practice', practiceFacts)
  if (answer.status !== 200) throw new Error(`The practice answered ${answer.status}`)
  const place = await makePlace(app, {
    addressLine1: '1 Harbour Way',
    city: 'Portland',
    region: 'OR',
    postalCode: '97201-1234',
  })
  const aetna = await makePayer(app, { name: 'Aetna', payerId: '60054', filingLimitDays: 90 })
  await enroll(app, kim.id, aetna)
  await insert(app, 'fee-schedules', {
    code: '90791',
    amountCents: 18_000,
    effectiveFrom: '2020-01-01',
  })
  for (const [code, amountCents] of [
    ['90832', 9_000],
    ['90834', 12_000],
    ['90837', 16_000],
  ] as const) {
    await insert(app, 'fee-schedules', { code, amountCents, effectiveFrom: '2020-01-01' })
  }
  return { app, rosa, dana, ben, kim, place, aetna }
}

export const makePayer = (app: TestApp, more: Record<string, unknown>): Promise<string> =>
  insert(app, 'payers', {
    filingCode: 'CI',
    supervisionMode: 'ownNpi',
    isActive: true,
    isSelfPay: false,
    requiresPlan: false,
    requiresAuthorization: false,
    ...more,
  })

export const enroll = (app: TestApp, staff: string, payer: string): Promise<string> =>
  insert(app, 'payer-enrollments', { staff, payer, status: 'active', effectiveFrom: '2020-01-01' })

let people = 0

export type Insured = { patient: string; policy: string; memberId: string }

/** A patient with a whole address, on Kim's caseload. */
export const makeClient = async (
  { app, kim }: Office,
  more: Record<string, unknown> = {},
): Promise<string> => {
  people += 1
  const patient = await makePatient(app, `Ana${people}`, 'Silva', {
    sex: 'F',
    addressLine1: '12 Bay Street',
    city: 'Portland',
    region: 'OR',
    postalCode: '97202',
    ...more,
  })
  await assign(app, kim.id, patient)
  return patient
}

/** The same with a policy that was checked today. */
export const makeInsured = async (
  office: Office,
  more: Record<string, unknown> = {},
): Promise<Insured> => {
  const patient = await makeClient(office)
  const memberId = `W${String(100_000 + people)}`
  const policy = await insert(office.app, 'insurance-policies', {
    patient,
    payer: office.aetna,
    memberId,
    priority: 'primary',
    relationship: 'self',
    effectiveOn: '2026-01-01',
    status: 'active',
    lastCheckedOn: todayIs,
    coverageResult: 'active',
    ...more,
  })
  return { patient, policy, memberId }
}

let hours = 0

export type Visit = { appointment: string; session: string }

type VisitWish = {
  patient: string
  kind?: 'intake' | 'individual'
  minutes?: number
  serviceDate?: string
  format?: 'inPerson' | 'video' | 'phone'
  placeOfService?: string
}

/** An appointment in session with its session, stopped: what the clinician then completes. */
export const makeVisit = async (
  { app, kim, place }: Office,
  {
    patient,
    kind = 'intake',
    minutes = 49,
    serviceDate = todayIs,
    format = 'inPerson',
    placeOfService,
  }: VisitWish,
): Promise<Visit> => {
  hours += 1
  const startedAt = new Date(`${serviceDate}T15:00:00.000Z`)
  const endedAt = new Date(startedAt.getTime() + minutes * 60_000)
  const shared = {
    patient,
    clinician: kim.id,
    serviceDate,
    zone: 'America/Los_Angeles',
    location: place.location,
    format,
    kind,
    sequence: 1,
  }
  const appointment = await insert(app, 'appointments', {
    ...shared,
    uniqueKey: `visit|${hours}`,
    startsAt: startedAt.toISOString(),
    endsAt: endedAt.toISOString(),
    minutes,
    status: 'inSession',
  })
  const session = await insert(app, 'sessions', {
    ...shared,
    uniqueKey: appointment,
    appointment,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    minutes,
    placeOfService: placeOfService ?? (format === 'inPerson' ? '11' : '10'),
    isIntake: kind === 'intake',
    attendance: 'present',
    status: 'stopped',
  })
  return { appointment, session }
}

export const complete = async ({ kim }: Office, { session }: Visit): Promise<Answer> => {
  const answer = await kim.client.post(`/api/sessions/${session}/complete`, {})
  if (answer.status !== 200)
    throw new Error(`complete answered ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}

export const diagnose = (app: TestApp, patient: string): Promise<string> =>
  insert(app, 'diagnoses', {
    patient,
    code: 'F41.1',
    description: 'Generalized anxiety disorder',
    rank: 1,
    status: 'active',
    diagnosedOn: todayIs,
  })

/** Runs a follow-up as an action of its own would: own request, again when the database asks for it. */
export const asFollowUp = async (
  app: TestApp,
  work: (context: BillingContext) => Promise<void>,
): Promise<void> =>
  retryTransient(async () => {
    const system = await asSystem(app.payload, 'Test: follow-up')
    await work({ system, req: system.req })
  })

/** The signed note of a visit, straight into the database, and what billing makes of it. */
export const signVisit = async (
  { app, kim }: Office,
  { patient, visit, isFinal = true }: { patient: string; visit: Visit; isFinal?: boolean },
): Promise<void> => {
  const { isIntake } = await read(app, 'sessions', visit.session)
  const shared = {
    uniqueKey: `note|${visit.session}`,
    patient,
    session: visit.session,
    appointment: visit.appointment,
    author: kim.id,
    status: isFinal ? 'signed' : 'pendingCosign',
    isFinal,
    signedAt: tuesday,
  }
  if (isIntake) await insert(app, 'intake-assessments', shared)
  else await insert(app, 'progress-notes', { ...shared, kind: 'session', format: 'DAP' })
  if (!isFinal) return
  await asFollowUp(app, (context) => markChargeReady(context, visit.session))
}

export type Billed = Insured & {
  visit: Visit
  charge: string
  claim: string
  controlNumber: string
}

/** From the session to the draft claim. */
export const makeClaim = async (
  office: Office,
  wish: Partial<VisitWish> & { policy?: Record<string, unknown> } = {},
): Promise<Billed> => {
  const { policy, ...visitWish } = wish
  const insured = await makeInsured(office, policy)
  await diagnose(office.app, insured.patient)
  const visit = await makeVisit(office, { patient: insured.patient, ...visitWish })
  await complete(office, visit)
  await signVisit(office, { patient: insured.patient, visit })
  const [charge] = await rowsOf(office.app, 'charges', { session: visit.session })
  const [claim] = await rowsOf(office.app, 'claims', { session: visit.session })
  if (!charge || !claim) throw new Error('The session made no charge or no claim')
  return {
    ...insured,
    visit,
    charge: charge.id,
    claim: claim.id,
    controlNumber: String(claim['controlNumber']),
  }
}

export const submit = async ({ dana }: Office, claim: string): Promise<Answer> => {
  const answer = await dana.client.post(`/api/claims/${claim}/submit`, {})
  if (answer.status !== 200) throw new Error(`submit answered ${JSON.stringify(answer.body)}`)
  return answer
}

export type EraClaim = {
  controlNumber: string
  memberId?: string
  chargeCents: number
  paidCents: number
  /** `['PR', '3', 2000]` */
  adjustments?: readonly (readonly [string, string, number])[]
  code?: string
  modifiers?: readonly string[]
  serviceDate?: string
  payerClaimNumber?: string
  statusCode?: string
  lineControlNumber?: string
}

const dollars = (cents: number): string => {
  const text = (cents / 100).toFixed(2).replace(/\.?0+$/, '')
  return text === '' ? '0' : text
}

const compact = (day: string): string => day.replaceAll('-', '')

const claimSegments = (claim: EraClaim, index: number): string[] => {
  const { adjustments = [], serviceDate = todayIs, code = '90791' } = claim
  const patientShare = adjustments
    .filter(([group]) => group === 'PR')
    .reduce((sum, [, , cents]) => sum + cents, 0)
  return [
    `CLP*${claim.controlNumber}*${claim.statusCode ?? '1'}*${dollars(claim.chargeCents)}*${dollars(claim.paidCents)}*${dollars(patientShare)}*12*${claim.payerClaimNumber ?? `ICN${claim.controlNumber}${index}`}*11*1`,
    `NM1*QC*1*SILVA*ANA****MI*${claim.memberId ?? 'NOBODY'}`,
    `DTM*232*${compact(serviceDate)}`,
    `SVC*HC:${[code, ...(claim.modifiers ?? [])].join(':')}*${dollars(claim.chargeCents)}*${dollars(claim.paidCents)}**1`,
    `DTM*472*${compact(serviceDate)}`,
    ...adjustments.map(([group, carc, cents]) => `CAS*${group}*${carc}*${dollars(cents)}`),
    ...(claim.lineControlNumber ? [`REF*6R*${claim.lineControlNumber}`] : []),
  ]
}

let files = 0

export type EraWish = {
  claims: readonly EraClaim[]
  trace?: string
  /** Negative: the payer kept something; the total stays right. */
  plb?: readonly (readonly [string, number])[]
  /** Breaks the total on purpose. */
  totalCents?: number
}

/** An 835 that balances unless told otherwise. */
export const era = ({ claims, trace, plb = [], totalCents }: EraWish): string => {
  files += 1
  const control = String(files).padStart(9, '0')
  const paid = claims.reduce((sum, claim) => sum + claim.paidCents, 0)
  const kept = plb.reduce((sum, [, cents]) => sum + cents, 0)
  const body = [
    'ST*835*0001',
    `BPR*I*${dollars(totalCents ?? paid - kept)}*C*ACH*CCP*01*011900254*DA*1234567890*1741111111**01*111000025*DA*9876543210*20260410`,
    `TRN*1*${trace ?? `EFT${control}`}*1741111111`,
    'DTM*405*20260410',
    'N1*PR*AETNA',
    'N3*1 PLAZA',
    'N4*HARTFORD*CT*061030001',
    'REF*2U*60054',
    'PER*BL*PROVIDER EDI*TE*8005550100',
    `N1*PE*HARBOUR THERAPY*XX*${npi('199999998')}`,
    'LX*1',
    ...claims.flatMap(claimSegments),
    ...plb.map(([reason, cents]) => `PLB*${npi('199999998')}*20261231*${reason}*${dollars(cents)}`),
  ]
  const segments = [
    `ISA*00*          *00*          *ZZ*60054          *ZZ*HARB001        *260410*0900*^*00501*${control}*0*T*:`,
    `GS*HP*60054*HARB001*20260410*0900*${files}*X*005010X221A1`,
    ...body,
    `SE*${body.length + 1}*0001`,
    `GE*1*${files}`,
    `IEA*1*${control}`,
  ]
  return `${segments.join('~\n')}~\n`
}

export const importEra = (client: Client, text: string): Promise<Answer> =>
  client.post('/api/remittances', { text })

/** Imports and posts; answers the post. */
export const postEra = async ({ dana }: Office, text: string): Promise<Answer> => {
  const imported = await importEra(dana.client, text)
  if (imported.status !== 201) throw new Error(`import answered ${JSON.stringify(imported.body)}`)
  return dana.client.post(`/api/remittances/${imported.body.id}/post`, {})
}

type Line = { account: string; amountCents: number }

/** Every posting sums to zero and its entries say the same. */
export const checkBooks = async (app: TestApp): Promise<void> => {
  const postings = await rowsOf(app, 'postings')
  const entries = await rowsOf(app, 'ledger-entries')
  for (const posting of postings) {
    const lines = JSON.parse(String(posting['lines'])) as Line[]
    const sum = lines.reduce((all, line) => all + line.amountCents, 0)
    if (sum !== 0) throw new Error(`Posting ${posting['uniqueKey']} sums to ${sum}`)
    const rows = entries.filter((entry) => entry['posting'] === posting.id)
    const said = (list: readonly Line[]) =>
      list
        .map(({ account, amountCents }) => `${account} ${amountCents}`)
        .sort()
        .join('\n')
    if (said(rows as unknown as Line[]) !== said(lines)) {
      throw new Error(`The entries of ${posting['uniqueKey']} differ from its lines`)
    }
  }
}

export const balance = async ({ dana }: Office, patient: string): Promise<Answer['body']> =>
  (await dana.client.get(`/api/statements/balance?patient=${patient}`)).body

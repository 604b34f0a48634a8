/** Who may bill a code; pre-licensed clinicians follow their supervisor and the payer's rule. */
export type BillingDiscipline =
  | 'psychologist'
  | 'clinicalSocialWorker'
  | 'counselor'
  | 'marriageFamilyTherapist'
  | 'prescriber'

/** What happened in the room; the service code follows from it and from the minutes. */
export type ServiceKind =
  | 'intake'
  | 'individual'
  | 'familyWithoutPatient'
  | 'familyWithPatient'
  | 'group'
  | 'crisis'

export type ProcedureCode = {
  code: string
  /** Our own short label; the descriptors of the code set's owner are not ours to print. */
  label: string
  /** For statements and envelopes: says nothing about the condition. */
  statementLabel: string
  kind: ServiceKind | 'testing' | 'questionnaire' | 'phone' | 'addOn'
  /** Documented minutes that support one unit; null where the code has no time rule. */
  minutes: { min: number; max: number | null } | null
  isAddOn: boolean
  /** Codes of which an add-on needs one on the same day by the same clinician. */
  addsTo: readonly string[]
  who: readonly BillingDiscipline[]
}

const LICENSED = [
  'psychologist',
  'clinicalSocialWorker',
  'counselor',
  'marriageFamilyTherapist',
  'prescriber',
] as const satisfies readonly BillingDiscipline[]
const TESTERS = ['psychologist', 'prescriber'] as const satisfies readonly BillingDiscipline[]

type Row = Pick<ProcedureCode, 'code' | 'label' | 'statementLabel' | 'kind'> &
  Partial<Pick<ProcedureCode, 'addsTo' | 'who'>> & { minutes?: readonly [number, number | null] }

const code = ({ minutes, addsTo = [], who = LICENSED, ...row }: Row): ProcedureCode => ({
  ...row,
  minutes: minutes ? { min: minutes[0], max: minutes[1] } : null,
  isAddOn: addsTo.length > 0,
  addsTo,
  who,
})

const INTERACTIVE_BASES = ['90791', '90832', '90834', '90837', '90853'] as const

/** Minutes as the code set gives them (midpoint rule for half hours and hours). */
export const procedureCodes: readonly ProcedureCode[] = [
  code({
    code: '90791',
    label: 'Intake evaluation',
    statementLabel: 'First visit',
    kind: 'intake',
  }),
  code({
    code: '90832',
    label: 'Individual therapy, 30 min',
    statementLabel: 'Office visit, 30 min',
    kind: 'individual',
    minutes: [16, 37],
  }),
  code({
    code: '90834',
    label: 'Individual therapy, 45 min',
    statementLabel: 'Office visit, 45 min',
    kind: 'individual',
    minutes: [38, 52],
  }),
  code({
    code: '90837',
    label: 'Individual therapy, 60 min',
    statementLabel: 'Office visit, 60 min',
    kind: 'individual',
    minutes: [53, null],
  }),
  code({
    code: '90839',
    label: 'Crisis session, first hour',
    statementLabel: 'Urgent visit',
    kind: 'crisis',
    minutes: [30, null],
  }),
  code({
    code: '90840',
    label: 'Crisis session, each further 30 min',
    statementLabel: 'Urgent visit, added time',
    kind: 'addOn',
    addsTo: ['90839'],
  }),
  code({
    code: '90846',
    label: 'Family session without the patient',
    statementLabel: 'Office visit',
    kind: 'familyWithoutPatient',
    minutes: [26, null],
  }),
  code({
    code: '90847',
    label: 'Family session with the patient',
    statementLabel: 'Office visit',
    kind: 'familyWithPatient',
    minutes: [26, null],
  }),
  code({
    code: '90853',
    label: 'Group session',
    statementLabel: 'Group visit',
    kind: 'group',
  }),
  code({
    code: '90785',
    label: 'Interactive complexity, added',
    statementLabel: 'Office visit, added service',
    kind: 'addOn',
    addsTo: INTERACTIVE_BASES,
  }),
  code({
    code: '96127',
    label: 'Scored questionnaire',
    statementLabel: 'Questionnaire',
    kind: 'questionnaire',
  }),
  code({
    code: '96130',
    label: 'Test evaluation, first hour',
    statementLabel: 'Evaluation',
    kind: 'testing',
    minutes: [31, null],
    who: TESTERS,
  }),
  code({
    code: '96131',
    label: 'Test evaluation, each further hour',
    statementLabel: 'Evaluation, added time',
    kind: 'addOn',
    addsTo: ['96130'],
    who: TESTERS,
  }),
  code({
    code: '96136',
    label: 'Test administration, first 30 min',
    statementLabel: 'Evaluation',
    kind: 'testing',
    minutes: [16, null],
    who: TESTERS,
  }),
  code({
    code: '96137',
    label: 'Test administration, each further 30 min',
    statementLabel: 'Evaluation, added time',
    kind: 'addOn',
    addsTo: ['96136'],
    who: TESTERS,
  }),
  code({
    code: '98966',
    label: 'Phone assessment, 5-10 min',
    statementLabel: 'Phone visit',
    kind: 'phone',
    minutes: [5, 10],
  }),
  code({
    code: '98967',
    label: 'Phone assessment, 11-20 min',
    statementLabel: 'Phone visit',
    kind: 'phone',
    minutes: [11, 20],
  }),
  code({
    code: '98968',
    label: 'Phone assessment, 21-30 min',
    statementLabel: 'Phone visit',
    kind: 'phone',
    minutes: [21, 30],
  }),
]

const byCode = new Map(procedureCodes.map((entry) => [entry.code, entry]))

/** The table row of a code, or undefined for one that the practice's set does not hold. */
export const procedureCode = (codeText: string): ProcedureCode | undefined => byCode.get(codeText)

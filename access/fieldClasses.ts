import { policyOf } from './policy'
import type { Principal } from './roles'
import { principals, staffRoles } from './roles'

/** What kind of thing a field says; who may read or write it depends on the person alone. */
export type FieldClass =
  | 'open'
  | 'public'
  | 'contact'
  | 'personal'
  | 'own'
  | 'desk'
  | 'schedule'
  | 'asked'
  | 'notice'
  | 'clinical'
  | 'workup'
  | 'billing'
  | 'settled'
  | 'people'
  | 'legal'
  | 'asking'
  | 'author'
  | 'secret'

const clinical = ['director', 'clinician', 'supervisor', 'intern'] as const
const office = ['owner', 'director', 'frontDesk', 'biller', 'compliance'] as const
const staff = staffRoles

type Rights = { read: readonly Principal[]; write: readonly Principal[] }

export const classRights: Readonly<Record<FieldClass, Rights>> = {
  /** Anybody who may reach the row. */
  open: { read: principals, write: principals },
  /** Shown to the world, written by staff. */
  public: { read: principals, write: staff },
  /** Names, addresses, numbers. */
  contact: {
    read: [...clinical, ...office, 'patient', 'proxy', 'apiClient'],
    write: [...clinical, ...office, 'patient', 'apiClient', 'anonymous'],
  },
  /** Where a patient lives, how to reach them and what they are called: a proxy may be the other parent. */
  personal: {
    read: [...clinical, ...office, 'patient', 'apiClient'],
    write: [...clinical, ...office, 'patient', 'apiClient'],
  },
  /** What the office keeps about a patient, for themselves and staff: not for a proxy, who may be the other parent. */
  own: { read: [...staff, 'patient'], write: staff },
  /** What the office keeps about a person; the patient reads along. */
  desk: { read: [...staff, 'patient', 'proxy'], write: staff },
  /** Who somebody is and when people meet: what other software may be granted to read along. */
  schedule: { read: [...staff, 'patient', 'proxy', 'apiClient'], write: staff },
  /** Which questionnaire is asked of whom; a device or form may say so and never reads the answers. */
  asked: {
    read: [...clinical, 'patient', 'apiClient'],
    write: [...clinical, 'patient', 'apiClient'],
  },
  /** What only staff may see about a person. */
  notice: { read: staff, write: [] },
  /** What the treatment is about; shared with the patient once the row is shared. */
  clinical: { read: [...clinical, 'patient', 'proxy'], write: [...clinical, 'patient'] },
  /** The team's working view, never the patient's. */
  workup: { read: clinical, write: clinical },
  billing: {
    read: [...office, 'clinician', 'intern', 'patient', 'proxy'],
    write: ['owner', 'biller', 'frontDesk', 'patient'],
  },
  /** Where money stands and how much it is: what other software may be granted to read along. */
  settled: {
    read: [...office, 'clinician', 'intern', 'patient', 'proxy', 'apiClient'],
    write: ['owner', 'biller', 'frontDesk', 'patient'],
  },
  /** Files about staff. */
  people: {
    read: [
      'owner',
      'director',
      'hr',
      'compliance',
      'supervisor',
      'clinician',
      'intern',
      'frontDesk',
      'biller',
    ],
    write: ['owner', 'director', 'hr', 'clinician', 'intern'],
  },
  /** What is asked about a record and answered: for whoever asked, those who treat and those who answer. */
  asking: {
    read: [...clinical, 'compliance', 'patient', 'proxy'],
    write: [],
  },
  /** Matters of law around a chart: for those who answer for the practice. */
  legal: {
    read: ['owner', 'director', 'compliance'],
    write: [],
  },
  /** The author's alone; the row's scope says who that is. */
  author: { read: ['clinician', 'intern'], write: ['clinician', 'intern'] },
  secret: { read: [], write: [] },
}

/** Whether a chart that is open in an emergency (R106) shows the class: an author's own and secrets stay shut. */
export const isOpenInEmergency = (fieldClass: FieldClass): boolean =>
  fieldClass !== 'author' && fieldClass !== 'secret'

type ClassRow = { default: FieldClass; fields?: Readonly<Record<string, FieldClass>> }

/** By collection or global: the class of its fields, with the exceptions by dotted path. */
export const fieldClasses: Readonly<Record<string, ClassRow>> = {
  inquiries: {
    default: 'desk',
    fields: {
      chosenName: 'contact',
      lastName: 'contact',
      dateOfBirth: 'contact',
      companyUrl: 'contact',
      email: 'contact',
      phone: 'contact',
      contactPreference: 'contact',
      mayLeaveVoicemail: 'contact',
      mayText: 'contact',
      mayEmail: 'contact',
      bestTimes: 'contact',
      state: 'contact',
      service: 'contact',
      payer: 'contact',
      format: 'contact',
      referralSource: 'contact',
      message: 'contact',
      isMinor: 'contact',
      guardianName: 'contact',
      language: 'contact',
      accessNeeds: 'contact',
      utmSource: 'contact',
      utmMedium: 'contact',
      utmCampaign: 'contact',
      utmContent: 'contact',
      landingPage: 'contact',
      notEmergency: 'contact',
    },
  },
  'waitlist-entries': { default: 'desk' },
  referrers: { default: 'desk' },
  patients: {
    default: 'schedule',
    fields: {
      // The first session makes it active, also one of care that a minor consented to alone.
      status: 'personal',
      // Who treats them, where and since when may be care that a minor consented to alone.
      primaryClinician: 'personal',
      location: 'personal',
      registeredOn: 'personal',
      recordNumber: 'personal',
      uniqueKey: 'own',
      inquiry: 'own',
      isSelfPay: 'own',
      statementHold: 'own',
      chosenName: 'personal',
      displayName: 'personal',
      searchText: 'notice',
      nameKey: 'notice',
      emailKey: 'notice',
      phoneKey: 'notice',
      pronouns: 'personal',
      email: 'personal',
      phone: 'personal',
      addressLine1: 'personal',
      addressLine2: 'personal',
      city: 'personal',
      region: 'personal',
      postalCode: 'personal',
      preferredLanguage: 'contact',
      contactPreference: 'personal',
      mayLeaveVoicemail: 'personal',
      mayText: 'personal',
      mayEmail: 'personal',
      privatePhone: 'personal',
      privateEmail: 'personal',
      privateAddress: 'personal',
      noEmail: 'personal',
      isNeutralOutside: 'personal',
      emergencyName: 'personal',
      emergencyPhone: 'personal',
      emergencyRelationship: 'personal',
      referralSource: 'own',
      parents: 'notice',
      custodyDocument: 'notice',
      custodyReviewedAt: 'notice',
      custodyReviewedBy: 'notice',
      riskLevel: 'workup',
      safetyBanner: 'notice',
      assessedOn: 'notice',
      isPart2: 'notice',
    },
  },
  'related-persons': { default: 'contact' },
  proxies: { default: 'desk', fields: { refusalReason: 'workup' } },
  'consent-templates': { default: 'desk' },
  consents: { default: 'desk' },
  'intake-assessments': {
    default: 'workup',
    fields: {
      uniqueKey: 'clinical',
      patient: 'clinical',
      appointment: 'clinical',
      status: 'clinical',
      submittedAt: 'clinical',
      startedAt: 'clinical',
      serviceDate: 'clinical',
      historyConcerns: 'clinical',
      historyGoals: 'clinical',
      historyStrengths: 'clinical',
      historyPastCare: 'clinical',
      historyMedical: 'clinical',
      historyMedications: 'clinical',
      historyAllergies: 'clinical',
      historyFamily: 'clinical',
      historySubstances: 'clinical',
      historySocial: 'clinical',
      historyOther: 'clinical',
    },
  },
  measures: { default: 'desk' },
  'measure-responses': {
    default: 'clinical',
    fields: { patient: 'asked', measureId: 'asked', dueOn: 'asked', status: 'asked' },
  },
  'packet-items': { default: 'desk' },
  diagnoses: {
    default: 'clinical',
    fields: {
      code: 'desk',
      status: 'desk',
      rank: 'desk',
      patient: 'desk',
      diagnosedOn: 'desk',
      endedOn: 'desk',
      description: 'desk',
    },
  },
  'care-team-assignments': { default: 'desk' },
  'care-episodes': { default: 'desk', fields: { reason: 'clinical' } },
  availability: { default: 'schedule' },
  closures: { default: 'desk' },
  appointments: {
    default: 'schedule',
    fields: {
      note: 'notice',
      cancelReason: 'notice',
      missingAtCheckIn: 'notice',
      // It counts visits that are none of a proxy's business.
      sequence: 'notice',
      episode: 'desk',
    },
  },
  'calendar-feeds': { default: 'desk', fields: { tokenHash: 'secret' } },
  'slot-holds': { default: 'secret' },
  'removed-records': { default: 'secret' },
  sessions: { default: 'desk', fields: { response: 'clinical', techniqueTags: 'clinical' } },
  rooms: { default: 'desk' },
  'safety-plans': { default: 'clinical' },
  'treatment-plans': {
    default: 'clinical',
    fields: {
      // They count the plans of a patient.
      planKey: 'workup',
      uniqueKey: 'workup',
      returnComment: 'workup',
      returnedAt: 'workup',
      returnedBy: 'workup',
      dueExtensionDays: 'workup',
    },
  },
  'plan-problems': { default: 'clinical' },
  'plan-goals': { default: 'clinical' },
  'plan-objectives': { default: 'clinical' },
  'plan-interventions': { default: 'clinical' },
  'plan-comments': { default: 'clinical' },
  'risk-events': { default: 'workup' },
  'progress-notes': {
    default: 'clinical',
    fields: {
      riskLine: 'workup',
      returnComment: 'workup',
      returnedAt: 'workup',
      returnedBy: 'workup',
      voidReason: 'workup',
      hiddenFrom: 'workup',
      hiddenAt: 'workup',
      hiddenBy: 'workup',
      hiddenReason: 'workup',
      isOpenToProxies: 'workup',
    },
  },
  addenda: { default: 'clinical', fields: { isOpenToProxies: 'workup' } },
  'psychotherapy-notes': { default: 'author' },
  documents: { default: 'contact' },
  releases: { default: 'desk' },
  disclosures: { default: 'notice', fields: { hiddenUntil: 'legal', hiddenReason: 'legal' } },
  'chart-exports': { default: 'desk' },
  'record-requests': {
    default: 'desk',
  },
  'amendment-requests': {
    default: 'desk',
    fields: {
      wrong: 'asking',
      wish: 'asking',
      toTell: 'asking',
      answer: 'asking',
      told: 'asking',
      denialReason: 'asking',
      statement: 'asking',
    },
  },
  'outside-care': { default: 'desk' },
  'part2-labels': { default: 'notice' },
  'retention-rules': { default: 'desk' },
  'destruction-lists': { default: 'desk' },
  'destruction-lines': { default: 'desk' },
  'legal-holds': { default: 'notice', fields: { matter: 'legal', liftReason: 'legal' } },
  payers: { default: 'desk', fields: { name: 'public' } },
  'payer-rules': { default: 'desk' },
  'payer-enrollments': { default: 'desk' },
  'fee-schedules': { default: 'desk' },
  'insurance-policies': {
    default: 'billing',
    fields: {
      subscriberBirthDate: 'personal',
      subscriberSex: 'personal',
      subscriberAddressLine1: 'personal',
      subscriberCity: 'personal',
      subscriberRegion: 'personal',
      subscriberPostalCode: 'personal',
    },
  },
  'eligibility-checks': { default: 'billing' },
  authorizations: { default: 'desk' },
  'authorization-units': { default: 'desk' },
  charges: { default: 'billing' },
  claims: {
    default: 'billing',
    fields: {
      fileText: 'secret',
      fileProblem: 'secret',
      controlNumber: 'settled',
      status: 'settled',
      patient: 'settled',
      payer: 'settled',
      serviceDate: 'settled',
      totalCents: 'settled',
      frequency: 'settled',
      originalClaim: 'settled',
      isReplaced: 'settled',
      payerClaimNumber: 'settled',
      submittedAt: 'settled',
      acceptedOn: 'settled',
      answeredOn: 'settled',
      paidCents: 'settled',
      patientShareCents: 'settled',
    },
  },
  'claim-lines': { default: 'billing' },
  'claim-batches': { default: 'billing', fields: { fileText: 'secret' } },
  remittances: { default: 'billing', fields: { raw: 'secret', plan: 'secret' } },
  'remittance-items': { default: 'billing', fields: { plan: 'secret' } },
  postings: { default: 'billing' },
  'ledger-entries': { default: 'billing' },
  payments: {
    default: 'billing',
    fields: {
      providerToken: 'secret',
      patient: 'settled',
      statement: 'settled',
      status: 'settled',
      amountCents: 'settled',
      method: 'settled',
      receivedOn: 'settled',
      receivedAt: 'settled',
      refundedCents: 'settled',
    },
  },
  statements: { default: 'billing', fields: { addressedTo: 'personal' } },
  staff: { default: 'desk', fields: { passwordHash: 'secret', employmentNote: 'people' } },
  handovers: { default: 'desk' },
  'role-grants': { default: 'desk' },
  credentials: { default: 'people' },
  'supervision-agreements': { default: 'people' },
  'on-call-shifts': { default: 'desk' },
  pages: { default: 'public' },
  services: { default: 'public' },
  'therapist-profiles': { default: 'public', fields: { staff: 'schedule', listing: 'desk' } },
  posts: { default: 'public' },
  redirects: { default: 'public' },
  locations: { default: 'public' },
  media: { default: 'public' },
  campaigns: { default: 'desk' },
  'campaign-costs': { default: 'desk' },
  'portal-users': { default: 'contact', fields: { passwordHash: 'secret' } },
  'api-clients': { default: 'desk' },
  'api-keys': { default: 'desk', fields: { keyHash: 'secret' } },
  'external-ids': { default: 'schedule' },
  webhooks: { default: 'desk', fields: { secret: 'secret', previousSecret: 'secret' } },
  'webhook-deliveries': { default: 'desk' },
  tasks: { default: 'desk' },
  outbox: { default: 'desk' },
  overrides: { default: 'desk' },
  'audit-events': { default: 'desk' },
  'audit-checkpoints': { default: 'desk' },
  'audit-verifications': { default: 'desk' },
  'access-reviews': { default: 'desk', fields: { people: 'notice' } },
  'access-review-lines': { default: 'desk' },
  'key-rotations': { default: 'desk' },
  'import-runs': { default: 'schedule', fields: { raw: 'secret', undoReason: 'desk' } },
  'import-lines': { default: 'schedule' },
  'break-glass-grants': { default: 'notice' },
  'audit-subjects': { default: 'secret' },
  'auth-sessions': { default: 'secret' },
  'auth-tokens': { default: 'secret' },
  'auth-factors': { default: 'secret' },
  'recovery-codes': { default: 'secret' },
  'idempotency-keys': { default: 'secret' },
  'data-keys': { default: 'secret' },
  counters: { default: 'secret' },
  'job-runs': { default: 'secret' },
  'kept-searches': { default: 'secret' },
  practice: {
    default: 'public',
    fields: {
      taxId: 'desk',
      submitterId: 'desk',
      receiverId: 'desk',
      receiverName: 'desk',
      isTestMode: 'desk',
      neutralSender: 'desk',
    },
  },
  'sign-in-settings': { default: 'desk' },
  setup: { default: 'desk', fields: { keyCopyOf: 'secret', mailTestedWith: 'secret' } },
  'rule-settings': { default: 'desk' },
  'site-header': { default: 'public' },
  'site-footer': { default: 'public' },
}

/** The class of a field by its dotted path; a name covers everything beneath it. */
export const fieldClassOf = (slug: string, path: string): FieldClass => {
  const row = fieldClasses[slug]
  if (!row)
    throw new Error(
      `access/fieldClasses.ts has no row for "${slug}". Add one before registering it.`,
    )
  const [top = path] = path.split('.')
  return row.fields?.[path] ?? row.fields?.[top] ?? row.default
}

export const mayRead = (held: readonly Principal[], fieldClass: FieldClass): boolean =>
  held.some((principal) => classRights[fieldClass].read.includes(principal))

export const mayWrite = (held: readonly Principal[], fieldClass: FieldClass): boolean =>
  held.some((principal) => classRights[fieldClass].write.includes(principal))

/** Whether each of these who can reach a row of `slug` at all may read the field. */
const isReadBy = (asked: readonly Principal[], slug: string, path: string): boolean => {
  const policy = policyOf(slug)
  const fieldClass = fieldClassOf(slug, path)
  const { read } = classRights[fieldClass]
  return asked.every((principal) => {
    const scopes = [...policy[principal].values()]
    // Such a row is only ever reached while its chart is open in an emergency.
    const isShut = scopes.every((scope) => scope === 'emergency') && isOpenInEmergency(fieldClass)
    return !scopes.length || isShut || read.includes(principal)
  })
}

/** Whether everybody who can reach a row of `slug` at all may read the field: it then needs no check. */
export const isReadByAll = (slug: string, path: string): boolean => isReadBy(principals, slug, path)

/** Whether all staff who reach a row may: for the others it is then taken out of whole answers. */
export const isReadByStaff = (slug: string, path: string): boolean => isReadBy(staff, slug, path)

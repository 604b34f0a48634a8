import type { Principal } from './roles'

/**
 * THE policy table. For every collection and every principal: verb/scope pairs.
 *
 * Verbs: C create, R read, U update, D delete, V read versions, X export; any other word is a named
 * action. `-` grants nothing. Several verbs may share a scope: `CRU/all`. Scopes are defined in
 * scopes.ts. A principal without a cell stops the boot.
 */
type Row = Readonly<Partial<Record<string, string>>>

const everyone =
  'owner director clinician supervisor intern frontDesk biller hr marketing compliance patient proxy apiClient anonymous'
const staff = 'owner director clinician supervisor intern frontDesk biller hr marketing compliance'
const outside = 'patient proxy apiClient anonymous'

/** Kept by the system itself; nobody has a door to it. */
const closed: Row = { [everyone]: '-' }

export const matrix: Readonly<Record<string, Row>> = {
  // ── intake ────────────────────────────────────────────────────────────────
  inquiries: {
    owner: 'CRUX/all triage/all decline/all book-intake/all waitlist/all link/all close/all',
    director: 'CRU/all triage/all decline/all book-intake/all waitlist/all link/all close/all',
    'clinician intern': 'CR/matched',
    supervisor: 'R/matched',
    frontDesk: 'CRU/all triage/all decline/all book-intake/all waitlist/all link/all close/all',
    compliance: 'R/all',
    apiClient: 'C/granted',
    anonymous: 'C/all',
    'biller hr marketing patient proxy': '-',
  },
  'waitlist-entries': {
    'owner director frontDesk': 'R/all close/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    compliance: 'R/all',
    'biller hr marketing patient proxy apiClient anonymous': '-',
  },
  referrers: {
    'owner director frontDesk marketing': 'CRU/all',
    'clinician supervisor intern compliance': 'R/all',
    'biller hr patient proxy apiClient anonymous': '-',
  },
  patients: {
    owner: 'CRUX/all invite-portal/all answer-custody/all review-custody/all',
    director: 'RU/all invite-portal/all answer-custody/all review-custody/all',
    clinician: 'RU/caseload answer-custody/caseload review-custody/caseload',
    intern: 'RU/caseload answer-custody/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'CRU/all invite-portal/all answer-custody/all',
    biller: 'RU/all',
    compliance: 'R/all',
    patient: 'RU/compartment',
    proxy: 'R/proxyAny',
    apiClient: 'RU/granted',
    'hr marketing anonymous': '-',
  },
  'related-persons': {
    'owner director frontDesk': 'CRU/all',
    clinician: 'CRU/caseload',
    intern: 'R/caseload',
    supervisor: 'R/supervisees',
    'biller compliance': 'R/all',
    patient: 'CRU/compartment',
    // The other parent's number and address are not a proxy's business.
    'hr marketing proxy apiClient anonymous': '-',
  },
  proxies: {
    'owner frontDesk': 'CR/all approve/all invite/all set-rights/all revoke/all',
    director: 'CR/all approve/all invite/all set-rights/all revoke/all refuse/all',
    clinician: 'CR/caseload refuse/caseload',
    intern: 'R/caseload',
    supervisor: 'R/supervisees refuse/supervisees',
    'biller compliance': 'R/all',
    patient: 'R/compartment revoke/compartment',
    proxy: 'R/holder',
    'hr marketing apiClient anonymous': '-',
  },
  'consent-templates': {
    'owner director': 'CRU/all publish-version/all',
    compliance: 'CRU/all publish-version/all',
    'clinician supervisor intern frontDesk biller': 'R/all',
    'patient proxy': 'R/active',
    'hr marketing apiClient anonymous': '-',
  },
  consents: {
    'owner director': 'CRX/all sign/all record-refusal/all withdraw/all',
    frontDesk: 'CR/all sign/all record-refusal/all withdraw/all',
    clinician: 'CR/caseload sign/caseload record-refusal/caseload',
    intern: 'CR/caseload sign/caseload record-refusal/caseload',
    supervisor: 'R/supervisees',
    compliance: 'RX/all',
    patient: 'R/compartment sign/compartment withdraw/compartment',
    proxy: 'R/proxyConsents sign/proxyConsents',
    'biller hr marketing apiClient anonymous': '-',
  },
  'intake-assessments': {
    owner: 'R/emergency',
    director: 'R/all',
    clinician: 'CRUX/caseload sign/caseload',
    intern: 'CRU/caseload sign/caseload',
    supervisor: 'R/supervisees cosign/supervisees return/supervisees',
    patient: 'CR/compartment U/compartment submit/compartment',
    'frontDesk biller hr marketing compliance proxy apiClient anonymous': '-',
  },
  measures: {
    [staff]: 'R/all',
    'patient proxy': 'R/active',
    'apiClient anonymous': '-',
  },
  'measure-responses': {
    owner: 'R/emergency',
    'clinician intern': 'CR/caseload submit/caseload',
    director: 'R/all',
    supervisor: 'R/supervisees',
    frontDesk: '-',
    patient: 'R/compartment save/compartment submit/compartment',
    apiClient: 'C/granted submit/granted',
    'biller hr marketing compliance proxy anonymous': '-',
  },
  'packet-items': {
    'owner director frontDesk': 'CR/all waive/all',
    'clinician intern': 'CR/caseload',
    supervisor: 'R/supervisees',
    compliance: 'R/all',
    patient: 'R/compartment complete/compartment',
    proxy: 'R/proxyConsents',
    'biller hr marketing apiClient anonymous': '-',
  },
  diagnoses: {
    owner: 'R/emergency',
    director: 'R/all',
    clinician: 'CRU/caseload confirm/caseload resolve/caseload',
    intern: 'CR/caseload resolve/caseload',
    supervisor: 'R/supervisees confirm/supervisees',
    biller: 'R/all',
    patient: 'R/shared',
    'frontDesk hr marketing compliance proxy apiClient anonymous': '-',
  },

  // ── treatment ─────────────────────────────────────────────────────────────
  'care-team-assignments': {
    'owner director': 'CR/all end/all',
    frontDesk: 'CR/all end/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    'biller compliance': 'R/all',
    patient: 'R/compartment',
    'hr marketing proxy apiClient anonymous': '-',
  },
  'care-episodes': {
    'owner frontDesk biller compliance': 'R/all',
    director: 'R/all open-to-proxies/all close/all',
    clinician: 'R/caseload consent-alone/caseload open-to-proxies/caseload close/caseload',
    intern: 'R/caseload consent-alone/caseload open-to-proxies/caseload close/caseload',
    supervisor: 'R/supervisees confirm-consult/supervisees',
    patient: 'R/compartment',
    'hr marketing proxy apiClient anonymous': '-',
  },
  availability: {
    'owner director frontDesk': 'CRUD/all',
    'clinician intern': 'CRUD/own',
    'supervisor biller hr compliance': 'R/all',
    apiClient: 'R/granted',
    'marketing patient proxy anonymous': '-',
  },
  closures: {
    'owner director frontDesk': 'CRUD/all',
    'clinician supervisor intern biller hr compliance': 'R/all',
    'marketing patient proxy apiClient anonymous': '-',
  },
  appointments: {
    'owner director':
      'R/all book/all reschedule/all cancel/all check-in/all undo-check-in/all no-show/all',
    frontDesk:
      'R/all book/all reschedule/all cancel/all check-in/all undo-check-in/all no-show/all',
    clinician:
      'R/caseload book/caseload reschedule/caseload cancel/caseload check-in/caseload undo-check-in/caseload no-show/caseload start-session/caseload',
    intern:
      'R/caseload book/caseload reschedule/caseload cancel/caseload check-in/caseload undo-check-in/caseload no-show/caseload start-session/caseload',
    supervisor: 'R/supervisees',
    'biller compliance': 'R/all',
    patient: 'R/compartment cancel/compartment',
    proxy: 'R/proxyVisits book/proxyBooking cancel/proxyBooking',
    apiClient: 'R/granted',
    'hr marketing anonymous': '-',
  },
  'calendar-feeds': {
    'owner compliance': 'R/all revoke/all',
    'clinician intern': 'R/own make/own revoke/own',
    patient: 'R/compartment make/compartment revoke/compartment',
    'director supervisor frontDesk biller hr marketing proxy apiClient anonymous': '-',
  },
  'slot-holds': closed,
  'removed-records': closed,
  sessions: {
    'owner director': 'R/all complete/all',
    'clinician intern': 'R/caseload U/caseload stop/caseload complete/caseload',
    supervisor: 'R/supervisees',
    'frontDesk biller compliance': 'R/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },
  rooms: {
    'owner director': 'CRU/all',
    frontDesk: 'CRU/all',
    'clinician supervisor intern biller hr compliance': 'R/all',
    'marketing patient proxy apiClient anonymous': '-',
  },
  'safety-plans': {
    owner: 'R/emergency',
    director: 'R/all',
    'clinician intern': 'CRU/caseload share/caseload',
    supervisor: 'R/supervisees',
    patient: 'R/shared',
    'frontDesk biller hr marketing compliance proxy apiClient anonymous': '-',
  },
  'treatment-plans': {
    owner: 'R/emergency',
    director: 'R/all approve/all extend/all',
    clinician:
      'CRUX/caseload ready/caseload share/caseload record-agreement/caseload revise/caseload',
    intern: 'CRU/caseload ready/caseload share/caseload revise/caseload',
    supervisor: 'R/supervisees approve/supervisees return/supervisees',
    patient: 'R/shared sign/shared decline/shared',
    proxy: 'R/proxyShared',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  'plan-problems': {
    owner: 'R/emergency',
    director: 'R/all',
    'clinician intern': 'CRU/caseload',
    supervisor: 'R/supervisees',
    patient: 'R/shared',
    proxy: 'R/proxyShared',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  'plan-goals': {
    owner: 'R/emergency',
    director: 'R/all',
    'clinician intern': 'CRU/caseload',
    supervisor: 'R/supervisees',
    patient: 'R/shared',
    proxy: 'R/proxyShared',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  'plan-objectives': {
    owner: 'R/emergency',
    director: 'R/all',
    'clinician intern': 'CRU/caseload',
    supervisor: 'R/supervisees',
    patient: 'R/shared',
    proxy: 'R/proxyShared',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  'plan-interventions': {
    owner: 'R/emergency',
    director: 'R/all',
    'clinician intern': 'CRU/caseload',
    supervisor: 'R/supervisees',
    patient: 'R/shared',
    proxy: 'R/proxyShared',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  'plan-comments': {
    owner: 'R/emergency',
    director: 'R/all',
    'clinician intern': 'CR/caseload answer/caseload',
    supervisor: 'R/supervisees',
    patient: 'CR/compartment',
    'frontDesk biller hr marketing compliance proxy apiClient anonymous': '-',
  },
  'risk-events': {
    owner: 'R/emergency',
    director: 'R/all report/all assess/all close/all',
    'clinician intern': 'R/caseload report/caseload assess/caseload close/caseload',
    supervisor: 'R/supervisees close/supervisees',
    'frontDesk biller hr marketing compliance patient proxy apiClient anonymous': '-',
  },

  // ── records ───────────────────────────────────────────────────────────────
  'progress-notes': {
    'owner director': 'R/emergency',
    clinician:
      'CRUX/caseload sign/caseload void/caseload share/caseload hide/caseload unhide/caseload',
    intern: 'CRU/caseload sign/caseload',
    supervisor:
      'R/supervisees cosign/supervisees return/supervisees hide/supervisees unhide/supervisees',
    patient: 'R/sharedSigned',
    proxy: 'R/proxySharedSigned',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  addenda: {
    'owner director': 'R/emergency',
    'clinician intern': 'CRU/caseload sign/caseload',
    supervisor: 'CRU/supervisees sign/supervisees cosign/supervisees',
    patient: 'R/sharedSigned',
    proxy: 'R/proxySharedSigned',
    'frontDesk biller hr marketing compliance apiClient anonymous': '-',
  },
  'psychotherapy-notes': {
    'clinician intern': 'CRU/own void/own',
    'owner director supervisor frontDesk biller hr marketing compliance patient proxy apiClient anonymous':
      '-',
  },
  documents: {
    'owner director': 'R/all',
    'clinician intern': 'CR/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'CR/all void/all',
    biller: 'CR/all void/all',
    compliance: 'R/all',
    patient: 'CR/compartment',
    'hr marketing proxy apiClient anonymous': '-',
  },

  // ── retention ─────────────────────────────────────────────────────────────
  'retention-rules': {
    'owner compliance': 'CRU/all',
    director: 'R/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'destruction-lists': {
    'owner compliance': 'R/all approve/all decline/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'destruction-lines': {
    'owner compliance': 'R/all keep/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },

  // ── sharing ───────────────────────────────────────────────────────────────
  releases: {
    owner: 'RX/all',
    director: 'R/all prepare/all sign/all decline/all cancel/all revoke/all',
    'clinician intern':
      'R/caseload prepare/caseload decline/caseload cancel/caseload revoke/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'R/all prepare/all revoke/all',
    compliance: 'RX/all prepare/all sign/all decline/all cancel/all revoke/all',
    patient:
      'R/compartment give/compartment sign/compartment decline/compartment revoke/compartment',
    'biller hr marketing proxy apiClient anonymous': '-',
  },
  disclosures: {
    owner: 'RX/all',
    director: 'R/all record/all',
    clinician: 'R/caseload prepare/caseload record/caseload send/caseload cancel/caseload',
    intern: 'R/caseload record/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'R/all',
    compliance: 'RX/all prepare/all record/all send/all cancel/all hide/all',
    'biller hr marketing patient proxy apiClient anonymous': '-',
  },
  'chart-exports': {
    clinician: 'RX/caseload',
    compliance: 'RX/all',
    patient: 'RX/shared',
    // Made of what they may read, for nobody else.
    proxy: 'RX/proxyAsked',
    'owner director supervisor intern frontDesk biller hr marketing apiClient anonymous': '-',
  },
  'record-requests': {
    owner: 'R/all',
    director: 'R/all review/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'R/all enter/all',
    compliance:
      'R/all enter/all verify/all extend/all fulfil/all deny/all refuse/all ask-review/all withdraw/all',
    patient: 'R/compartment ask/compartment withdraw/compartment ask-review/compartment',
    // As with changes to the record: what they asked themselves.
    proxy: 'R/proxyAsked ask/proxyRecords withdraw/proxyAsked ask-review/proxyAsked',
    'biller hr marketing apiClient anonymous': '-',
  },
  'amendment-requests': {
    owner: 'R/all',
    director: 'R/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    frontDesk: 'R/all enter/all',
    compliance: 'R/all enter/all extend/all accept/all deny/all disagree/all withdraw/all',
    patient: 'R/compartment ask/compartment withdraw/compartment disagree/compartment',
    // Each parent sees what they asked themselves, and nothing that the patient or the other parent did.
    proxy: 'R/proxyAsked ask/proxyRecords withdraw/proxyAsked disagree/proxyAsked',
    'biller hr marketing apiClient anonymous': '-',
  },
  'outside-care': {
    owner: 'R/all',
    'director frontDesk': 'R/all add/all end/all',
    'clinician intern': 'R/caseload add/caseload end/caseload',
    supervisor: 'R/supervisees',
    compliance: 'R/all add/all end/all',
    patient: 'R/compartment',
    'biller hr marketing proxy apiClient anonymous': '-',
  },
  'part2-labels': {
    director: 'R/all label/all',
    clinician: 'R/caseload label/caseload',
    intern: 'R/caseload',
    supervisor: 'R/supervisees',
    compliance: 'R/all label/all unlabel/all',
    'owner frontDesk biller hr marketing patient proxy apiClient anonymous': '-',
  },
  'legal-holds': {
    owner: 'R/all place/all',
    director: 'R/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    'frontDesk biller': 'R/all',
    compliance: 'R/all place/all lift/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },

  // ── billing ───────────────────────────────────────────────────────────────
  payers: {
    'owner biller': 'CRU/all',
    'director clinician supervisor intern frontDesk hr compliance': 'R/all',
    marketing: 'R/all',
    patient: 'R/all',
    proxy: 'R/all',
    anonymous: 'R/active',
    apiClient: '-',
  },
  'payer-rules': {
    biller: 'CRU/all',
    'owner director clinician supervisor intern frontDesk compliance': 'R/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },
  'payer-enrollments': {
    'owner hr biller': 'CRU/all',
    'director frontDesk compliance': 'R/all',
    'clinician intern': 'R/own',
    'supervisor marketing patient proxy apiClient anonymous': '-',
  },
  'fee-schedules': {
    'owner biller': 'CRU/all',
    'director clinician supervisor intern frontDesk compliance': 'R/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },
  'insurance-policies': {
    owner: 'R/all',
    biller: 'CRU/all end/all',
    frontDesk: 'CRU/all end/all',
    'clinician intern': 'R/caseload',
    compliance: 'R/all',
    patient: 'CR/compartment',
    proxy: 'R/proxyBilling',
    'director supervisor hr marketing apiClient anonymous': '-',
  },
  'eligibility-checks': {
    owner: 'R/all',
    'biller frontDesk': 'CR/all',
    'clinician intern': 'R/caseload',
    compliance: 'R/all',
    'director supervisor hr marketing patient proxy apiClient anonymous': '-',
  },
  authorizations: {
    owner: 'R/all',
    biller: 'CRU/all close/all',
    frontDesk: 'CR/all',
    'director clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    compliance: 'R/all',
    'hr marketing patient proxy apiClient anonymous': '-',
  },
  'authorization-units': {
    'owner biller frontDesk compliance': 'R/all',
    'clinician intern': 'R/caseload',
    supervisor: 'R/supervisees',
    'director hr marketing patient proxy apiClient anonymous': '-',
  },
  charges: {
    owner: 'RX/all write-off/all keep-from-plan/all tell-plan/all',
    biller: 'RX/all void/all write-off/all keep-from-plan/all tell-plan/all',
    clinician: 'R/ownService',
    compliance: 'RX/all',
    'director supervisor intern frontDesk hr marketing patient proxy apiClient anonymous': '-',
  },
  claims: {
    owner: 'RX/all submit/all',
    biller: 'RUX/all prepare/all submit/all mark-accepted/all reject/all void/all replace/all',
    compliance: 'RX/all',
    apiClient: 'R/granted',
    'director clinician supervisor intern frontDesk hr marketing patient proxy anonymous': '-',
  },
  'claim-lines': {
    'owner biller compliance': 'R/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'claim-batches': {
    owner: 'R/all',
    biller: 'R/all submit/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  remittances: {
    owner: 'R/all',
    biller: 'R/all import/all enter/all post/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'remittance-items': {
    'owner compliance': 'R/all',
    biller: 'R/all match/all dismiss/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  postings: {
    'owner biller compliance': 'R/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'ledger-entries': {
    'owner biller compliance': 'RX/all',
    'director clinician supervisor intern frontDesk hr marketing patient proxy apiClient anonymous':
      '-',
  },
  payments: {
    owner: 'R/all record/all refund/all',
    biller: 'R/all record/all apply/all refund/all',
    frontDesk: 'R/all record/all',
    compliance: 'R/all',
    patient: 'R/compartment pay/compartment',
    apiClient: 'R/granted',
    'director clinician supervisor intern hr marketing proxy anonymous': '-',
  },
  statements: {
    owner: 'R/all issue/all',
    biller: 'R/all issue/all void/all',
    compliance: 'R/all',
    patient: 'R/compartment',
    proxy: 'R/proxyBilling',
    'director clinician supervisor intern frontDesk hr marketing apiClient anonymous': '-',
  },

  // ── people ────────────────────────────────────────────────────────────────
  staff: {
    owner:
      'CRU/all invite/all deactivate/all reactivate/all grant-roles/all change-email/all end-sessions/all reset-factors/all',
    director: 'RU/all',
    hr: 'CRU/all invite/all change-email/all',
    'clinician supervisor intern frontDesk biller marketing': 'R/all U/self',
    compliance: 'R/all U/self end-sessions/all',
    'patient proxy': '-',
    'apiClient anonymous': '-',
  },
  handovers: {
    'owner compliance hr': 'R/all',
    'director clinician supervisor intern frontDesk biller marketing patient proxy apiClient anonymous':
      '-',
  },
  'role-grants': {
    owner: 'R/all confirm/all decline/all withdraw/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  credentials: {
    owner: 'R/all verify/all',
    director: 'RU/all verify/all',
    hr: 'CRU/all verify/all',
    'clinician intern': 'CR/own',
    supervisor: 'R/own',
    'frontDesk biller': 'R/all',
    compliance: 'RX/all',
    'marketing patient proxy apiClient anonymous': '-',
  },
  'supervision-agreements': {
    'owner director': 'CR/all end/all',
    hr: 'R/all',
    supervisor: 'R/own',
    intern: 'R/supervised',
    compliance: 'RX/all',
    'clinician frontDesk biller marketing patient proxy apiClient anonymous': '-',
  },
  'on-call-shifts': {
    'owner director': 'CRUD/all',
    frontDesk: 'CRUD/all',
    'clinician supervisor intern biller hr compliance': 'R/all',
    'marketing patient proxy apiClient anonymous': '-',
  },

  // ── outreach ──────────────────────────────────────────────────────────────
  pages: {
    'owner marketing': 'CRUDVX/all',
    'director compliance': 'RV/all',
    'clinician supervisor intern frontDesk biller hr': 'R/published',
    'patient proxy apiClient anonymous': 'R/published',
  },
  services: {
    'owner marketing': 'CRUDVX/all',
    'director compliance': 'RV/all',
    'clinician supervisor intern frontDesk biller hr': 'R/all',
    'patient proxy apiClient anonymous': 'R/published',
  },
  'therapist-profiles': {
    'owner marketing': 'CRUDVX/all',
    'director compliance': 'RV/all',
    'clinician supervisor intern': 'R/all U/own',
    'frontDesk biller hr': 'R/all',
    'patient proxy apiClient anonymous': 'R/published',
  },
  posts: {
    'owner marketing': 'CRUDVX/all',
    'director compliance': 'RV/all',
    'clinician supervisor intern frontDesk biller hr': 'R/published',
    'patient proxy apiClient anonymous': 'R/published',
  },
  redirects: {
    'owner marketing': 'CRUD/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/active',
  },
  locations: {
    owner: 'CRU/all',
    marketing: 'RU/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/all',
  },
  media: {
    'owner marketing': 'CRUD/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/all',
  },
  campaigns: {
    owner: 'RX/all',
    marketing: 'CRUX/all',
    'director compliance': 'R/all',
    'clinician supervisor intern frontDesk biller hr patient proxy apiClient anonymous': '-',
  },
  'campaign-costs': {
    owner: 'RX/all',
    marketing: 'CRUX/all',
    'director compliance': 'R/all',
    'clinician supervisor intern frontDesk biller hr patient proxy apiClient anonymous': '-',
  },

  // ── system ────────────────────────────────────────────────────────────────
  'portal-users': {
    owner: 'R/all deactivate/all end-sessions/all reset-factors/all',
    'director frontDesk': 'R/all deactivate/all reset-factors/all',
    compliance: 'R/all end-sessions/all',
    'patient proxy': 'R/self',
    'clinician supervisor intern biller hr marketing apiClient anonymous': '-',
  },
  'api-clients': {
    owner:
      'R/all register/all change-access/all issue-key/all rotate-key/all revoke/all take-over/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'api-keys': {
    owner: 'R/all revoke/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'external-ids': {
    'owner compliance': 'R/all',
    apiClient: 'R/own give/own release/own',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy anonymous':
      '-',
  },
  webhooks: {
    owner: 'R/all register/all change/all change-secret/all pause/all resume/all send-test/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'webhook-deliveries': {
    owner: 'R/all replay/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  tasks: {
    'owner director': 'CRU/all complete/all',
    'clinician supervisor intern frontDesk biller hr marketing': 'CRU/team complete/team',
    compliance: 'R/all complete/team',
    'patient proxy apiClient anonymous': '-',
  },
  outbox: {
    owner: 'R/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  overrides: {
    'owner director compliance': 'RX/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  // Each kind of record also asks for what makes one by hand (collections/system/imports/run.ts).
  'import-runs': {
    'owner frontDesk':
      'R/all upload/all map/all check/all answer-all/all start/all resume/all undo/all discard/all',
    'director biller apiClient':
      'R/own upload/own map/own check/own answer-all/own start/own resume/own undo/own discard/own',
    compliance: 'R/all',
    'clinician supervisor intern hr marketing patient proxy anonymous': '-',
  },
  'import-lines': {
    'owner frontDesk': 'R/all answer/all mend/all',
    'director biller apiClient': 'R/own answer/own mend/own',
    compliance: 'R/all',
    'clinician supervisor intern hr marketing patient proxy anonymous': '-',
  },
  'audit-events': {
    owner: 'R/all',
    compliance: 'RX/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'audit-checkpoints': {
    'owner compliance': 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'audit-verifications': {
    'owner compliance': 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'access-reviews': {
    owner: 'R/all',
    compliance: 'R/all close/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'access-review-lines': {
    'owner compliance': 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'key-rotations': {
    owner: 'R/all start/all',
    compliance: 'R/all',
    'director clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'break-glass-grants': {
    owner: 'R/all start/all end/own',
    director: 'R/own start/all end/own',
    compliance: 'R/all review/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  'audit-subjects': closed,
  'auth-sessions': closed,
  'auth-tokens': closed,
  'auth-factors': closed,
  'recovery-codes': closed,
  'idempotency-keys': closed,
  counters: closed,
  'data-keys': closed,
  'job-runs': closed,
  'kept-searches': closed,

  // ── globals ───────────────────────────────────────────────────────────────
  practice: {
    owner: 'RU/all',
    'director clinician supervisor intern frontDesk biller hr marketing compliance': 'R/all',
    [outside]: 'R/all',
  },
  'sign-in-settings': {
    owner: 'RU/all',
    'director compliance': 'R/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy apiClient anonymous':
      '-',
  },
  // The guided start and its checklist; what it keeps is written by its own doors.
  setup: {
    owner: 'RU/all',
    'director compliance': 'R/all',
    apiClient: 'R/all',
    'clinician supervisor intern frontDesk biller hr marketing patient proxy anonymous': '-',
  },
  'rule-settings': {
    'owner director': 'RU/all',
    'clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    'marketing patient proxy apiClient anonymous': '-',
  },
  'site-header': {
    'owner marketing': 'RU/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/all',
  },
  'site-footer': {
    'owner marketing': 'RU/all',
    'director clinician supervisor intern frontDesk biller hr compliance': 'R/all',
    [outside]: 'R/all',
  },

  // ── Payload's own ─────────────────────────────────────────────────────────
  'payload-preferences': {
    [staff]: 'CRUD/keptForOne',
    [outside]: '-',
  },
  'payload-locked-documents': closed,
  'payload-jobs': closed,
  'payload-jobs-stats': closed,
  'payload-migrations': closed,
  'payload-kv': closed,
}

/** Rows that Payload itself guards by owner (`payload-preferences`) or that only the system writes. */
export const internalSlugs = [
  'payload-preferences',
  'payload-locked-documents',
  'payload-jobs',
  'payload-jobs-stats',
  'payload-migrations',
  'payload-kv',
] as const

export type PrincipalName = Principal

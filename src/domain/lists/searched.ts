type Searched = Readonly<Record<string, string>>

// The column holds names, the birth date and the phone number.
const ofPatient: Searched = { 'patient.searchText': 'patient (name, birth date, phone)' }

/**
 * The columns that the words typed above a list are looked for in, and what people call them. A list that is
 * not here has nothing that words could find: no box stands above it.
 */
export const SEARCHED: Readonly<Record<string, Searched>> = {
  patients: { searchText: 'name, birth date or phone' },
  inquiries: { displayName: 'name', email: 'e-mail', phone: 'phone' },
  'waitlist-entries': { 'inquiry.displayName': 'name' },
  referrers: { name: 'name', organization: 'organization', email: 'e-mail', phone: 'phone' },
  'related-persons': { name: 'name', email: 'e-mail', phone: 'phone' },
  proxies: { name: 'name', patientName: 'name of the patient' },
  'packet-items': { title: 'title', ...ofPatient },
  'consent-templates': { title: 'title' },
  consents: { title: 'title', ...ofPatient },
  'care-team-assignments': { ...ofPatient, 'staff.name': 'name on staff' },
  'care-episodes': ofPatient,
  appointments: ofPatient,
  sessions: ofPatient,
  availability: { 'staff.name': 'name' },
  closures: { reason: 'reason' },
  rooms: { name: 'name' },
  'on-call-shifts': { 'staff.name': 'name' },
  'calendar-feeds': { label: 'name' },
  'intake-assessments': ofPatient,
  measures: { title: 'title' },
  'measure-responses': ofPatient,
  diagnoses: { code: 'code', description: 'description', ...ofPatient },
  'treatment-plans': { title: 'title', ...ofPatient },
  'risk-events': ofPatient,
  'safety-plans': ofPatient,
  'progress-notes': ofPatient,
  addenda: ofPatient,
  'psychotherapy-notes': ofPatient,
  documents: ofPatient,
  releases: { recipientName: 'recipient', ...ofPatient },
  disclosures: { recipientName: 'recipient', ...ofPatient },
  'chart-exports': ofPatient,
  'record-requests': { requesterName: 'name of who asks', ...ofPatient },
  'amendment-requests': ofPatient,
  'outside-care': { name: 'name', ...ofPatient },
  'legal-holds': ofPatient,
  'retention-rules': { citation: 'law', state: 'state' },
  'destruction-lines': ofPatient,
  claims: {
    controlNumber: 'claim number',
    payerClaimNumber: 'the payer’s number',
    ...ofPatient,
  },
  charges: { code: 'service code', ...ofPatient },
  remittances: { traceNumber: 'check number', payerName: 'payer', fileName: 'file' },
  'remittance-items': { claimNumber: 'claim number', payerClaimNumber: 'the payer’s number' },
  statements: { statementNumber: 'number', ...ofPatient },
  payments: { reference: 'check number or receipt', ...ofPatient },
  'insurance-policies': { memberId: 'member ID', groupNumber: 'group number', ...ofPatient },
  'eligibility-checks': ofPatient,
  authorizations: { number: 'number', ...ofPatient },
  'claim-batches': { fileName: 'file' },
  'ledger-entries': ofPatient,
  postings: { payerClaimNumber: 'the payer’s number', ...ofPatient },
  payers: { name: 'name', payerId: 'payer ID' },
  'payer-rules': { 'payer.name': 'payer' },
  'payer-enrollments': { 'payer.name': 'payer' },
  'fee-schedules': { code: 'service code' },
  staff: { name: 'name', email: 'e-mail' },
  'role-grants': { 'staff.name': 'name' },
  credentials: { number: 'number', 'staff.name': 'name' },
  pages: { title: 'title', slug: 'web address' },
  services: { title: 'title', slug: 'web address' },
  'therapist-profiles': { displayName: 'name', slug: 'web address' },
  posts: { title: 'title', byline: 'author' },
  redirects: { oldPath: 'old address', newPath: 'new address' },
  locations: { name: 'name', city: 'city' },
  media: { alt: 'what the picture shows', credit: 'credit' },
  campaigns: { name: 'name', code: 'code' },
  'campaign-costs': { note: 'note' },
  tasks: { title: 'title' },
  overrides: { ruleId: 'rule' },
  'portal-users': { email: 'e-mail' },
  'api-clients': { name: 'name' },
  'api-keys': { prefix: 'how the key begins' },
  'external-ids': { value: 'ID' },
  webhooks: { name: 'name', url: 'address' },
  'webhook-deliveries': { event: 'event' },
  'import-runs': { fileName: 'file' },
  'break-glass-grants': ofPatient,
}

/** "name, e-mail or phone" */
export const oneOfWords = (words: readonly string[]): string => {
  const each = [...new Set(words)]
  const last = each.at(-1) ?? ''
  return each.length < 2 ? last : `${each.slice(0, -1).join(', ')} or ${last}`
}

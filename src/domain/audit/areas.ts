/** What a kind of record is called: one, several, and to the patient whose it is. */
export type Area = {
  one: string
  many: string
  /** To the patient; null where an access says nothing about the patient's own record. */
  yours: string | null
}

const area = (one: string, many: string, yours: string | null = null): Area => ({
  one,
  many,
  yours,
})

const areas: Readonly<Record<string, Area>> = {
  inquiries: area('an inquiry', 'inquiries', 'what you wrote when you asked for help'),
  'waitlist-entries': area('a waitlist entry', 'waitlist entries', 'your place on the waitlist'),
  patients: area("a patient's details", "patients' details", 'your name and contact details'),
  'related-persons': area('a related person', 'related persons', 'your contact persons'),
  proxies: area('a proxy', 'proxies', 'who may act for you'),
  'care-episodes': area(
    'care with its own consent',
    'care with its own consent',
    'the care you consented to',
  ),
  consents: area('a consent', 'consents', 'your consents'),
  'intake-assessments': area(
    'an intake assessment',
    'intake assessments',
    'your history and intake',
  ),
  'measure-responses': area('a questionnaire', 'questionnaires', 'your answers to questionnaires'),
  'packet-items': area('a paper to fill in', 'papers to fill in', 'the papers you fill in'),
  diagnoses: area('a diagnosis', 'diagnoses', 'your diagnoses'),
  'care-team-assignments': area(
    'a care team entry',
    'care team entries',
    'who is on your care team',
  ),
  appointments: area('an appointment', 'appointments', 'your appointments'),
  sessions: area('a session', 'sessions', 'your sessions'),
  'safety-plans': area('a safety plan', 'safety plans', 'your safety plan'),
  'treatment-plans': area('a treatment plan', 'treatment plans', 'your treatment plan'),
  'plan-problems': area('a problem in a plan', 'problems in a plan', 'your treatment plan'),
  'plan-goals': area('a goal in a plan', 'goals in a plan', 'your treatment plan'),
  'plan-objectives': area('an objective in a plan', 'objectives in a plan', 'your treatment plan'),
  'plan-interventions': area(
    'an intervention in a plan',
    'interventions in a plan',
    'your treatment plan',
  ),
  'plan-comments': area('a comment on a plan', 'comments on a plan', 'your treatment plan'),
  'risk-events': area('a safety concern', 'safety concerns', 'notes about your safety'),
  'progress-notes': area('a progress note', 'progress notes', 'notes about your sessions'),
  addenda: area('an addendum', 'addenda', 'notes about your sessions'),
  'psychotherapy-notes': area('a private note', 'private notes'),
  documents: area('a document', 'documents', 'your documents'),
  releases: area('a release', 'releases', 'your releases'),
  disclosures: area('a disclosure', 'disclosures', 'what was shared with others'),
  'chart-exports': area('an export', 'exports', 'a copy of your record'),
  'record-requests': area(
    'a request for records',
    'requests for records',
    'your requests for records',
  ),
  'amendment-requests': area(
    'a request to change the record',
    'requests to change records',
    'your requests to change your record',
  ),
  'outside-care': area('an outside caregiver', 'outside caregivers', 'who else cares for you'),
  'part2-labels': area('a Part 2 label', 'Part 2 labels'),
  'legal-holds': area('a legal hold', 'legal holds'),
  'insurance-policies': area('a coverage', 'coverages', 'your insurance'),
  'eligibility-checks': area('a coverage check', 'coverage checks', 'your insurance'),
  authorizations: area('an authorization', 'authorizations', 'your insurance'),
  'authorization-units': area('an authorized unit', 'authorized units', 'your insurance'),
  charges: area('a charge', 'charges', 'your bills and payments'),
  claims: area('a claim', 'claims', 'your insurance claims'),
  'claim-lines': area('a claim line', 'claim lines', 'your insurance claims'),
  'claim-batches': area('a claim file', 'claim files', 'your insurance claims'),
  remittances: area('a remittance', 'remittances', 'your insurance claims'),
  'remittance-items': area('a remittance line', 'remittance lines', 'your insurance claims'),
  postings: area('a posting', 'postings', 'your bills and payments'),
  'ledger-entries': area('a ledger entry', 'ledger entries', 'your bills and payments'),
  payments: area('a payment', 'payments', 'your bills and payments'),
  statements: area('a statement', 'statements', 'your bills and payments'),
  staff: area('a staff record', 'staff records'),
  handovers: area('a line of a hand-over', 'hand-overs'),
  'role-grants': area('a change of roles', 'changes of roles'),
  credentials: area('a credential', 'credentials'),
  tasks: area('a task', 'tasks'),
  'portal-users': area('a portal account', 'portal accounts', 'your portal account'),
  'external-ids': area('an external id', 'external ids'),
  'calendar-feeds': area('a calendar feed', 'calendar feeds', 'your calendar feed'),
  webhooks: area('a webhook', 'webhooks'),
  'webhook-deliveries': area('a webhook delivery', 'webhook deliveries'),
  'api-clients': area('an API client', 'API clients'),
  'api-keys': area('an API key', 'API keys'),
  'import-runs': area('an import', 'imports'),
  'import-lines': area('a line of an import', 'lines of imports'),
  'audit-events': area('the access log', 'the access log'),
  'key-rotations': area('a change of keys', 'changes of keys'),
  'access-reviews': area('a review of accesses', 'reviews of accesses'),
  'access-review-lines': area('a reviewed access', 'reviewed accesses'),
  'break-glass-grants': area('emergency access', 'emergency access'),
  'rule-settings': area('the rule settings', 'the rule settings'),
}

/** The words for a collection; its own name where there are none yet. */
export const areaOf = (slug: string): Area =>
  areas[slug] ?? area(slug.replaceAll('-', ' '), slug.replaceAll('-', ' '))

/** Never named to anybody but their author. */
export const isPrivateArea = (slug: string): boolean => slug === 'psychotherapy-notes'

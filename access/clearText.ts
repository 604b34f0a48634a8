import type { SanitizedConfig } from 'payload'
import { sealPlanOf } from '@/hooks/sealConfidential'
import { filePlanOf } from '@/hooks/sealedFiles'

// Why text of a collection is in the clear in the database. Who may read it is another matter: the policy
// table decides that for clear and encrypted text alike.
const contact = 'Names and ways to reach somebody: the practice searches, sorts and writes by them.'
const codes = 'Codes, days and numbers that lists, deadlines and claims are found by.'
const money = 'Amounts, days and numbers that money is matched by.'
const correction =
  'With one line of the office why it was corrected, rejected or withdrawn: about money, not about care.'
const signature =
  'Who signed, when and the fingerprint of what was signed, so that it can be checked. The text itself is encrypted.'
const website = 'Public: it is on the website.'
const practice = 'About the practice, not about a patient.'
const system = 'Ids, times and fingerprints the system works with; no content.'
const work = 'What is to be done and until when, in words of the product; no content of a chart.'

/** One reason per collection with text in the clear; the documents and the boot need it. */
const reasons: Readonly<Record<string, string>> = {
  addenda: signature,
  appointments: codes,
  'audit-checkpoints': system,
  'audit-events':
    'Who did what to which record, when and through which door: ids, names of fields, no content. It must be searchable for those who watch over the records.',
  'audit-subjects': system,
  'audit-verifications': system,
  'access-review-lines': system,
  'access-reviews': system,
  'api-clients': practice,
  'api-keys': system,
  'auth-factors':
    'Ids, names that people give their devices, and the public half of passkeys. The secret of an authenticator app is encrypted.',
  'auth-sessions':
    'Ids, times and fingerprints; and the kind of device and its address on the network, so that people recognize their own sessions.',
  'auth-tokens': 'Ids, times and fingerprints; and the new address while somebody changes theirs.',
  'authorization-units': money,
  authorizations: money,
  availability: practice,
  'break-glass-grants': codes,
  'calendar-feeds': 'Fingerprints of addresses, and what people call their calendars.',
  campaigns: practice,
  'campaign-costs': practice,
  'care-episodes': codes,
  'care-team-assignments': codes,
  charges: `${money} ${correction}`,
  'claim-batches': money,
  'claim-lines': money,
  claims: `${money} ${correction}`,
  closures: practice,
  'consent-templates': 'The practice’s own wording, the same for everybody.',
  consents: signature,
  counters: system,
  credentials: practice,
  'data-keys': 'Keys, themselves locked by a key outside the database.',
  diagnoses:
    'Diagnosis codes and their official names: claims and reports are made from them. What led to them is encrypted.',
  documents:
    'Kind, day and random name of a file, and the title made of them. The file itself is encrypted.',
  'eligibility-checks': money,
  'fee-schedules': practice,
  'idempotency-keys': system,
  inquiries: contact,
  'insurance-policies': `${contact} Member and group numbers go on every claim.`,
  'intake-assessments': signature,
  'job-runs': system,
  'kept-searches': 'Whose, of which list and until when. What was typed is encrypted.',
  'import-runs':
    'Name of a file, who uploaded it and how many lines it has. The file, its columns and its lines are encrypted.',
  'import-lines': system,
  'key-rotations': system,
  'ledger-entries': money,
  'legal-holds': codes,
  'chart-exports': 'Kind, size and fingerprint of a file. The file itself is encrypted.',
  disclosures: `${contact} Codes of what, why and on what ground, and why it was not sent; what is said about it is encrypted.`,
  'outside-care': contact,
  'part2-labels': codes,
  'amendment-requests': codes,
  'record-requests': `${contact} Days and codes that the clock runs by; what was written is encrypted.`,
  releases: `${contact} Codes and days a release is checked by, and its fingerprint.`,
  locations: website,
  'measure-responses': 'Scores and their bands, for charts. The answers are encrypted.',
  measures: 'Published questionnaires, the same for everybody.',
  media: website,
  'on-call-shifts': practice,
  outbox: 'Ids and the name of a template; a mail is put together when it is sent.',
  overrides:
    'Which rule was gone past by whom, on which record, in words of the product. The reason is encrypted.',
  'packet-items': codes,
  pages: website,
  patients: contact,
  'payer-enrollments': practice,
  'payer-rules': practice,
  payers: practice,
  payments: money,
  'destruction-lines': codes,
  'destruction-lists': codes,
  'plan-comments': codes,
  'plan-goals': codes,
  'plan-interventions': codes,
  'plan-objectives': codes,
  'plan-problems': codes,
  'portal-users': contact,
  postings: money,
  'progress-notes': signature,
  proxies: contact,
  posts: website,
  'psychotherapy-notes': system,
  'recovery-codes': system,
  redirects: website,
  referrers: contact,
  'related-persons': contact,
  'remittance-items': `${money} ${correction}`,
  remittances: money,
  'risk-events': codes,
  'retention-rules': practice,
  handovers: practice,
  'role-grants': practice,
  rooms: practice,
  'safety-plans': system,
  services: website,
  sessions: codes,
  'removed-records': system,
  'slot-holds': system,
  staff: practice,
  statements: `${money} ${correction}`,
  'supervision-agreements': practice,
  tasks: work,
  'therapist-profiles': website,
  'treatment-plans': signature,
  'waitlist-entries': codes,
  'external-ids': system,
  webhooks: 'Whom else the practice tells, and of what. The secret it signs with is encrypted.',
  'webhook-deliveries': system,
  'payload-jobs': system,
  'payload-kv': system,
  'payload-locked-documents': system,
  'payload-migrations': system,
  'payload-preferences': 'How a person arranged their own lists.',
}

const texts = ['text', 'textarea', 'email', 'json', 'richText', 'code']

type TextField = { name: string; type: string; virtual?: boolean }

/** How a collection keeps its text. */
export type KeptText = {
  slug: string
  encrypted: readonly string[]
  hasEncryptedFiles: boolean
  clear: readonly string[]
  /** Why the clear part is clear; empty when there is none. */
  reason: string
}

const keptIn = (slug: string, fields: readonly TextField[]): KeptText => {
  const plan = sealPlanOf(slug)
  const clear = fields
    .filter(({ type, virtual, name }) => texts.includes(type) && !virtual && name !== 'sealed')
    .map(({ name }) => name)
  const reason = clear.length ? reasons[slug] : ''
  if (reason === undefined)
    throw new Error(`access/clearText.ts does not say why "${slug}" keeps text in the clear.`)
  const hasEncryptedFiles = filePlanOf(slug) !== null
  return { slug, encrypted: plan?.fields ?? [], hasEncryptedFiles, clear, reason }
}

/** What every collection encrypts and what it keeps in the clear. Throws where a reason is missing. */
export const keptTexts = ({ collections }: Pick<SanitizedConfig, 'collections'>): KeptText[] =>
  collections.map(({ slug, flattenedFields }) => keptIn(slug, flattenedFields as TextField[])) // fields with names only

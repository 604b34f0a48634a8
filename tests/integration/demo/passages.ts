import type { Change } from '@/hooks/change'
import type { Row, StoredRow } from '@/src/domain/row'

/** Records that went through one door of the rules, as they were when they did. */
export type Passage = {
  /** As a rule names it, such as `claims:action:submit`. */
  door: string
  collection: string
  went: (row: StoredRow) => boolean
  /** The record as the door saw it, where it has moved on since. */
  asItWas?: (row: StoredRow) => Row
  before?: (row: StoredRow) => Row | null
  /** Column with the instant, and with the member of staff. */
  at?: string
  by?: string
}

const always = (): boolean => true
const has =
  (column: string) =>
  (row: StoredRow): boolean =>
    Boolean(row[column])
const is =
  (column: string, ...values: unknown[]) =>
  (row: StoredRow): boolean =>
    values.includes(row[column])

// A trainee signs first; what the co-signature added came later.
const beforeCosign = (row: StoredRow): Row =>
  row['cosignedBy'] ? { ...row, status: 'pendingCosign', isFinal: false } : row

const sharedBefore = (row: StoredRow): Row => ({ ...row, status: 'shared' })

const signed = has('signedAt')

/** Every door of every rule that the demo's history went through. */
export const passages: readonly Passage[] = [
  { door: 'inquiries:create', collection: 'inquiries', went: always, at: 'receivedAt' },
  { door: 'inquiries:update', collection: 'inquiries', went: always },
  { door: 'inquiries:action:triage', collection: 'inquiries', went: has('tier') },
  { door: 'inquiries:action:waitlist', collection: 'inquiries', went: has('waitTold') },
  {
    door: 'inquiries:action:book-intake',
    collection: 'inquiries',
    went: is('status', 'intakeBooked'),
    at: 'bookedAt',
  },
  { door: 'inquiries:action:decline', collection: 'inquiries', went: has('declineReason') },
  { door: 'inquiries:action:close', collection: 'inquiries', went: has('closeReason') },
  {
    door: 'appointments:action:book',
    collection: 'appointments',
    went: (row) => row['kind'] !== 'intake',
  },
  {
    door: 'appointments:action:check-in',
    collection: 'appointments',
    went: has('checkedInAt'),
    at: 'checkedInAt',
  },
  {
    door: 'appointments:action:start-session',
    collection: 'appointments',
    went: has('sessionStartedAt'),
    at: 'sessionStartedAt',
    by: 'clinician',
  },
  {
    door: 'sessions:action:complete',
    collection: 'sessions',
    went: has('completedAt'),
    at: 'completedAt',
    by: 'clinician',
  },
  {
    door: 'measure-responses:action:submit',
    collection: 'measure-responses',
    went: has('submittedAt'),
    at: 'submittedAt',
  },
  {
    door: 'diagnoses:action:confirm',
    collection: 'diagnoses',
    went: has('confirmedAt'),
    at: 'confirmedAt',
    by: 'confirmedBy',
  },
  {
    door: 'risk-events:action:close',
    collection: 'risk-events',
    went: has('closedAt'),
    at: 'closedAt',
    by: 'closedBy',
  },
  { door: 'tasks:action:complete', collection: 'tasks', went: has('doneBy'), by: 'doneBy' },
  {
    door: 'treatment-plans:action:ready',
    collection: 'treatment-plans',
    went: signed,
    at: 'signedAt',
    by: 'signedBy',
  },
  {
    door: 'treatment-plans:action:approve',
    collection: 'treatment-plans',
    went: has('cosignedAt'),
    at: 'cosignedAt',
    by: 'cosignedBy',
  },
  {
    door: 'treatment-plans:action:sign',
    collection: 'treatment-plans',
    went: has('agreedAt'),
    before: sharedBefore,
    at: 'agreedAt',
  },
  {
    door: 'progress-notes:action:sign',
    collection: 'progress-notes',
    went: signed,
    asItWas: beforeCosign,
    at: 'signedAt',
    by: 'signedBy',
  },
  {
    door: 'progress-notes:action:cosign',
    collection: 'progress-notes',
    went: has('cosignedAt'),
    at: 'cosignedAt',
    by: 'cosignedBy',
  },
  {
    door: 'intake-assessments:action:sign',
    collection: 'intake-assessments',
    went: signed,
    asItWas: beforeCosign,
    at: 'signedAt',
    by: 'signedBy',
  },
  {
    door: 'intake-assessments:action:cosign',
    collection: 'intake-assessments',
    went: has('cosignedAt'),
    at: 'cosignedAt',
    by: 'cosignedBy',
  },
  { door: 'psychotherapy-notes:create', collection: 'psychotherapy-notes', went: always },
  { door: 'authorizations:create', collection: 'authorizations', went: always },
  { door: 'authorizations:update', collection: 'authorizations', went: always },
  {
    door: 'claims:action:submit',
    collection: 'claims',
    went: (row) => Boolean(row['submittedAt']) && row['status'] !== 'rejected',
    at: 'submittedAt',
    by: 'submittedBy',
  },
  {
    door: 'claim-batches:action:submit',
    collection: 'claim-batches',
    went: always,
    at: 'submittedAt',
    by: 'submittedBy',
  },
  { door: 'remittances:action:post', collection: 'remittances', went: has('postedAt') },
  { door: 'statements:action:issue', collection: 'statements', went: always, at: 'issuedAt' },
  { door: 'care-team-assignments:create', collection: 'care-team-assignments', went: always },
  { door: 'campaigns:update', collection: 'campaigns', went: always },
  { door: 'pages:update', collection: 'pages', went: always },
  { door: 'services:update', collection: 'services', went: always },
  { door: 'therapist-profiles:update', collection: 'therapist-profiles', went: always },
  { door: 'posts:update', collection: 'posts', went: always },
]

/**
 * Rules that the demo's records meet in another way, each with the test that shows it: locked records
 * (R30, R52), deleting (R60), one charge per session (R70); and those whose doors nobody used yet.
 */
export const elsewhere: Readonly<Record<string, string>> = {
  R08: 'nobody in the demo refused the privacy notice',
  R13: 'nobody in the demo acts for a minor',
  R30: 'plans in force refuse changes',
  R33: 'nobody in the demo works with somebody outside',
  R52: 'signed records refuse changes',
  R53: 'nobody in the demo wrote an addendum',
  R60: 'records refuse to be deleted',
  R61: 'no chart of the demo left the house',
  R62: 'nobody in the demo asked for their record',
  R63: 'nobody in the demo asked who got their record',
  R64: 'nothing in the demo is labeled as Part 2',
  R65: 'nobody in the demo signed a release',
  R97: 'nobody in the demo left the practice',
  R98: 'nobody in the demo was given a role afterwards',
  R67: 'no chart in the demo is under a legal hold',
  R70: 'one charge per session and code',
  R106: 'nobody in the demo opened a chart in an emergency',
  R108: 'no week of the demo was reviewed yet',
  R83: 'nothing in the demo was written off or given back',
}

export const changeOf = (passage: Passage, row: StoredRow): Change => {
  const after = passage.asItWas?.(row) ?? row
  const isCreate = passage.door.endsWith(':create')
  return {
    slug: passage.collection,
    on: passage.door.slice(passage.collection.length + 1),
    before: isCreate ? null : (passage.before?.(row) ?? row),
    after,
    changed: [],
    input: {},
  }
}

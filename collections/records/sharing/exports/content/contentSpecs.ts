import type { Where } from 'payload'
import type { RecordClass } from '@/src/domain/sharing/recordClasses'

/** How one kind of record is read and printed. */
export type ContentSpec = {
  slug: string
  of: RecordClass
  title: string
  /** Column with the day or instant the record is about. */
  day: string
  /** What is part of the record; drafts and what was entered in error are not. */
  where: Where
  /** Columns that are printed as facts, in this order. */
  facts: readonly string[]
  /** Confidential texts that are talk among staff about the record and no part of it. */
  without?: readonly string[]
  /** Column with the record that this one is printed under. */
  under?: { column: string; slug: string }
}

const signed: Where = { isFinal: { equals: true } }

const everything: Where = { patient: { exists: true } }

/**
 * The record, kind by kind. Psychotherapy notes are not here, so nothing that reads this list can reach
 * them; a test holds that (R57).
 */
export const contentSpecs: readonly ContentSpec[] = [
  {
    slug: 'appointments',
    of: 'visits',
    title: 'Visit',
    day: 'serviceDate',
    where: everything,
    facts: ['kind', 'format', 'minutes', 'status'],
    without: ['note', 'cancelReason'],
  },
  {
    slug: 'intake-assessments',
    of: 'intake',
    title: 'Intake assessment',
    day: 'serviceDate',
    where: signed,
    facts: ['lateLabel'],
    without: ['returnComment'],
  },
  {
    slug: 'diagnoses',
    of: 'diagnoses',
    title: 'Diagnosis',
    day: 'diagnosedOn',
    where: everything,
    facts: ['code', 'description', 'status', 'endedOn'],
  },
  {
    slug: 'treatment-plans',
    of: 'plans',
    title: 'Treatment plan',
    day: 'effectiveDate',
    where: { status: { in: ['active', 'superseded', 'closed'] } },
    facts: ['title', 'version', 'status', 'effectiveDate', 'endedOn', 'agreement', 'agreedByName'],
    without: ['returnComment'],
  },
  {
    slug: 'plan-problems',
    of: 'plans',
    title: 'Problem',
    day: '',
    where: everything,
    facts: [],
    under: { column: 'plan', slug: 'treatment-plans' },
  },
  {
    slug: 'plan-goals',
    of: 'plans',
    title: 'Goal',
    day: '',
    where: everything,
    facts: [],
    under: { column: 'plan', slug: 'treatment-plans' },
  },
  {
    slug: 'plan-objectives',
    of: 'plans',
    title: 'Objective',
    day: '',
    where: everything,
    facts: ['measureId', 'baselineValue', 'targetValue', 'targetDate', 'status', 'achievedOn'],
    under: { column: 'plan', slug: 'treatment-plans' },
  },
  {
    slug: 'plan-interventions',
    of: 'plans',
    title: 'Intervention',
    day: '',
    where: everything,
    facts: ['responsible', 'frequency'],
    under: { column: 'plan', slug: 'treatment-plans' },
  },
  {
    slug: 'progress-notes',
    of: 'notes',
    title: 'Progress note',
    day: 'serviceDate',
    where: signed,
    facts: [
      'serviceCode',
      'startedAt',
      'endedAt',
      'minutes',
      'contactKind',
      'riskStatus',
      'lateLabel',
    ],
    without: ['returnComment', 'voidReason'],
  },
  {
    slug: 'addenda',
    of: 'notes',
    title: 'Addendum',
    day: '',
    where: signed,
    facts: ['kind', 'number'],
    under: { column: 'note', slug: 'progress-notes' },
  },
  {
    slug: 'addenda',
    of: 'intake',
    title: 'Addendum',
    day: '',
    where: signed,
    facts: ['kind', 'number'],
    under: { column: 'assessment', slug: 'intake-assessments' },
  },
  {
    slug: 'measure-responses',
    of: 'measures',
    title: 'Questionnaire',
    day: 'submittedAt',
    where: { status: { equals: 'submitted' } },
    facts: ['measureId', 'total', 'band'],
    without: ['answers'],
  },
  {
    slug: 'safety-plans',
    of: 'safety',
    title: 'Safety plan',
    day: 'writtenAt',
    where: { status: { in: ['shared', 'superseded'] } },
    facts: ['status'],
  },
  {
    slug: 'consents',
    of: 'consents',
    title: 'Signed paper',
    day: 'signedAt',
    where: { status: { in: ['signed', 'withdrawn', 'refused'] } },
    facts: ['title', 'version', 'status', 'signerName', 'withdrawnAt'],
  },
  {
    slug: 'charges',
    of: 'billing',
    title: 'Charge',
    day: 'serviceDate',
    where: { status: { not_in: ['voided'] } },
    facts: ['code', 'units', 'amountCents', 'status'],
  },
  {
    slug: 'documents',
    of: 'files',
    title: 'File',
    day: 'createdAt',
    where: { status: { not_in: ['voided'] } },
    facts: ['kind', 'side', 'mimeType'],
  },
]

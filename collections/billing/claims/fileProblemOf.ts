import type { ReadinessFinding, ReadinessTarget } from '@/src/domain/billing/claimReadinessTypes'
import { X12FieldError } from '@/src/domain/billing/x12/segmentWriter'
import type { Row } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { type BillingContext, readerOf } from '../billingContext'
import { buildClaim837 } from './buildClaim837'
import { writeClaimFile } from './claimFile'

type Place = { pattern: RegExp; what: string; target: ReadinessTarget; covers?: string }

/** Where a value of the file is kept, in the words of the person who has to fill it in. */
const places: readonly Place[] = [
  {
    pattern: /^(submitter|interchange\.sender)/,
    what: "The practice's submitter id, name or phone",
    target: 'practice',
  },
  {
    pattern: /^(receiver|interchange\.receiver)/,
    what: 'The receiver at the clearinghouse',
    target: 'practice',
  },
  {
    pattern: /^billingProvider\.npi/,
    what: "The practice's NPI",
    target: 'practice',
    covers: 'billing.npi',
  },
  {
    pattern: /^billingProvider\.taxonomy/,
    what: "The practice's taxonomy code",
    target: 'practice',
    covers: 'billing.taxonomy',
  },
  {
    pattern: /^billingProvider\.address\.postalCode/,
    what: "The practice's ZIP+4",
    target: 'practice',
    covers: 'billing.postalCode',
  },
  { pattern: /^billingProvider\.taxId/, what: "The practice's tax id", target: 'practice' },
  { pattern: /^billingProvider/, what: "The practice's address", target: 'practice' },
  {
    pattern: /renderingProvider\.npi/,
    what: "The clinician's NPI",
    target: 'staff',
    covers: 'rendering.npi',
  },
  { pattern: /renderingProvider/, what: "The clinician's name or taxonomy code", target: 'staff' },
  { pattern: /memberId/, what: 'The member ID', target: 'policy', covers: 'coverage' },
  {
    pattern: /(subscriber|dependent)\.(address|birthDate|sex)/,
    what: "The patient's address or birth date",
    target: 'policy',
  },
  { pattern: /subscriber/, what: "The policy holder's name", target: 'policy' },
  { pattern: /dependent/, what: "The patient's name", target: 'policy' },
  { pattern: /payer\.id/, what: "The payer's id at the clearinghouse", target: 'payer' },
  { pattern: /payer|filingCode/, what: "The payer's name", target: 'payer' },
  { pattern: /payerClaimNumber/, what: "The payer's number of the first claim", target: 'claim' },
  { pattern: /diagnos/, what: 'The diagnosis', target: 'diagnoses', covers: 'diagnoses' },
  { pattern: /lines/, what: 'A service line', target: 'claim', covers: 'lines' },
]

const problems: Readonly<Record<string, string>> = {
  missing: 'is missing',
  tooShort: 'is too short',
  tooLong: 'is too long',
  invalid: 'is not in the form a claim needs',
}

export type FileProblem = { finding: ReadinessFinding; covers: readonly string[] }

/** The sentence for a value that cannot be sent; null for anything that is not about a value. */
export const problemOf = (error: unknown): FileProblem | null => {
  if (!(error instanceof X12FieldError)) return null
  const place = places.find(({ pattern }) => pattern.test(error.field))
  const message = place
    ? `${place.what} ${problems[error.problem] ?? 'cannot be sent'}.`
    : error.message
  return {
    covers: place?.covers ? [place.covers] : [],
    finding: {
      ok: false,
      ruleId: 'R71',
      path: 'file',
      message,
      fix: { label: 'Fill it in', target: place?.target ?? 'claim' },
    },
  }
}

/** Writes the claim's file for trial; null when it can be sent as far as its form goes. */
export const fileProblemOf = async (
  context: BillingContext,
  claim: Row,
): Promise<FileProblem | null> => {
  const read = readerOf(context)
  try {
    await writeClaimFile(read, {
      claims: [await buildClaim837(read, claim)],
      numbers: { interchange: 1, batch: 'TRIAL' },
      now: clock.now(),
    })
    return null
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return problem
  }
}

import type { Finding } from '@/src/lib/errors'
import { defineRule } from '../rule'
import { claimsOfSubmission, readinessOf, type SubmittedClaim } from './claimFacts'

const isSignature = (path: string): boolean => path.endsWith('.note')

/** Signature and form of the file: nobody may send without them. A common file holds green claims only. */
export const nothingIsSentUnsigned = defineRule({
  id: 'R71',
  title: 'No claim goes out without a signed note, or with something missing in a common file',
  area: 'billing',
  appliesTo: ['claims:action:submit', 'claim-batches:action:submit'],
  override: null,
  facts: async (read, change): Promise<{ claims: SubmittedClaim[] }> => ({
    claims: await claimsOfSubmission(read, change),
  }),
  check: ({ facts, change, settings, today }) =>
    facts.claims.flatMap(({ id, controlNumber, facts: claim, fileProblem }): Finding[] => {
      const isBatch = change.slug === 'claim-batches'
      const fixUrl = `/admin/collections/claims/${id}`
      const red = readinessOf(claim, { ...settings, today }).findings.filter(({ ok }) => !ok)
      const blocking = red.filter(({ path }) => isBatch || isSignature(path))
      const findings = blocking.map(({ path, message }) => ({
        path: isBatch ? 'claims' : path,
        message: isBatch ? `Claim ${controlNumber}: ${message}` : message,
        fixUrl,
      }))
      return fileProblem ? [...findings, { path: 'file', message: fileProblem, fixUrl }] : findings
    }),
})

import { defineRule } from '../rule'
import { claimsOfSubmission, readinessOf, type SubmittedClaim } from './claimFacts'

export const claimIsInTime = defineRule({
  id: 'R78',
  title: 'A claim goes out inside the filing window, or with proof of timely filing',
  area: 'billing',
  appliesTo: ['claims:action:submit'],
  override: { roles: ['owner'] },
  facts: async (read, change): Promise<{ claims: SubmittedClaim[] }> => ({
    claims: await claimsOfSubmission(read, change),
  }),
  check: ({ facts, settings, today }) =>
    facts.claims.flatMap(({ id, facts: claim }) =>
      readinessOf(claim, { ...settings, today })
        .findings.filter(({ ok, ruleId }) => !ok && ruleId === 'R78')
        .map(({ path, message }) => ({ path, message, fixUrl: `/admin/collections/claims/${id}` })),
    ),
})

import { defineRule } from '../rule'
import { claimsOfSubmission, readinessOf, type SubmittedClaim } from './claimFacts'

export const minutesFitTheCode = defineRule({
  id: 'R74',
  title: 'The service code follows from the minutes',
  area: 'billing',
  appliesTo: ['claims:action:submit'],
  override: null,
  facts: async (read, change): Promise<{ claims: SubmittedClaim[] }> => ({
    claims: await claimsOfSubmission(read, change),
  }),
  check: ({ facts, settings, today }) =>
    facts.claims.flatMap(({ id, facts: claim }) =>
      readinessOf(claim, { ...settings, today })
        .findings.filter(({ ok, ruleId }) => !ok && ruleId === 'R74')
        .map(({ path, message }) => ({ path, message, fixUrl: `/admin/collections/claims/${id}` })),
    ),
})

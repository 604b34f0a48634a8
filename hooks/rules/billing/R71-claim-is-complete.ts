import { defineRule } from '../rule'
import { claimsOfSubmission, readinessOf, type SubmittedClaim } from './claimFacts'

export const claimIsComplete = defineRule({
  id: 'R71',
  title: 'A claim is sent when diagnosis, coverage, units, enrollment, numbers and plan are right',
  area: 'billing',
  appliesTo: ['claims:action:submit'],
  override: { roles: ['owner'] },
  facts: async (read, change): Promise<{ claims: SubmittedClaim[] }> => ({
    claims: await claimsOfSubmission(read, change),
  }),
  check: ({ facts, settings, today }) =>
    facts.claims.flatMap(({ id, facts: claim }) =>
      readinessOf(claim, { ...settings, today })
        .findings.filter(
          ({ ok, ruleId, path }) => !ok && ruleId === 'R71' && !path.endsWith('.note'),
        )
        .map(({ path, message }) => ({ path, message, fixUrl: `/admin/collections/claims/${id}` })),
    ),
})

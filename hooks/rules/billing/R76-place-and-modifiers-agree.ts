import { defineRule } from '../rule'
import { claimsOfSubmission, readinessOf, type SubmittedClaim } from './claimFacts'

export const placeAndModifiersAgree = defineRule({
  id: 'R76',
  title: "Place of service and modifiers are those of the payer's table",
  area: 'billing',
  appliesTo: ['claims:action:submit'],
  override: { roles: ['biller', 'owner'] },
  facts: async (read, change): Promise<{ claims: SubmittedClaim[] }> => ({
    claims: await claimsOfSubmission(read, change),
  }),
  check: ({ facts, settings, today }) =>
    facts.claims.flatMap(({ id, facts: claim }) =>
      readinessOf(claim, { ...settings, today })
        .findings.filter(({ ok, ruleId }) => !ok && ruleId === 'R76')
        .map(({ path, message }) => ({ path, message, fixUrl: `/admin/collections/claims/${id}` })),
    ),
})

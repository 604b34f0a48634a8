import type { PlanCheck } from '@/src/domain/treatment/planReadiness'
import { defineRule } from '../rule'
import { planChecksOf } from './planChecks'

export const planIsWholeBeforeReady = defineRule<PlanCheck[]>({
  id: 'R26',
  title: 'A plan is saved as ready only when it can be followed and measured',
  area: 'treatment',
  appliesTo: ['treatment-plans:action:ready', 'treatment-plans:action:approve'],
  override: null,
  facts: (read, { after }) => planChecksOf(read, after),
  check: ({ facts }) =>
    facts
      .filter(({ ok }) => !ok)
      .map(({ message, path }) => ({ path: path.replace(/^plan\./, ''), message })),
})

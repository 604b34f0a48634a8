import { defineRule } from '../rule'

/** The label is computed by the action (domain/records/lateEntry.ts); nobody can sign late without it. */
export const lateEntriesSaySo = defineRule({
  id: 'R66',
  title: 'What is written more than 72 hours after the service is labeled as a late entry',
  area: 'records',
  appliesTo: ['progress-notes:action:sign', 'intake-assessments:action:sign'],
  override: null,
  isAdvice: true,
  check: ({ change: { after } }) =>
    after['isLateEntry'] === true
      ? [{ message: `Will show as late entry. ${String(after['lateLabel'] ?? '')}`.trim() }]
      : [],
})

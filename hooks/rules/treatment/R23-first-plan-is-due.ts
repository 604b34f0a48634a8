import { defineRule } from '../rule'
import { type PlanDueFacts, planDueFactsOf, planDueOn } from './planDueFacts'

/** Says when; the task is made in collections/treatment/plans/ensurePlanDueTask.ts, and R51 holds notes back once it is late. */
export const firstPlanIsDue = defineRule<PlanDueFacts>({
  id: 'R23',
  title: 'The first treatment plan is due by session 3 or day 30, whichever is first',
  area: 'treatment',
  appliesTo: [
    'sessions:action:complete',
    'progress-notes:action:sign',
    'intake-assessments:action:sign',
  ],
  override: { roles: ['director'] },
  isAdvice: true,
  facts: (read, { after, slug }) =>
    planDueFactsOf(read, String(after['patient'] ?? ''), slug === 'sessions' ? after : undefined),
  check: ({ change, facts, settings, today }) => {
    const due = planDueOn(facts, settings, today)
    if (!due) return []
    const fixUrl = `/admin/collections/treatment-plans?filter=patient:${String(change.after['patient'])}`
    return [{ message: due.message, fixUrl }]
  },
})

import { defineRule } from '../rule'

// Long enough to say who was asked and what comes next.
const shortestFollowUp = 30

/**
 * The weekly list itself is made by a job (src/jobs/reviewAccesses.ts). Nobody closes a list they stand in,
 * and what needs following up is said.
 */
export const viewsWithoutDutyAreReviewed = defineRule({
  id: 'R108',
  title: 'Charts opened by somebody not on the care team are reviewed, by somebody else',
  area: 'system',
  appliesTo: ['access-reviews:action:close'],
  override: null,
  check: ({ actor, change }) => {
    const people = String(change.before?.['people'] ?? '').split(' ')
    if (actor.id && people.includes(actor.id)) {
      return [
        {
          message:
            'You opened one of these charts yourself. Somebody else with the compliance role has to close this review.',
        },
      ]
    }
    const finding = String(change.after['finding'] ?? '')
    if (change.after['outcome'] === 'followUp' && finding.length < shortestFollowUp) {
      return [
        {
          path: 'finding',
          message: 'Write what needs following up: who, what, and what happens next.',
        },
      ]
    }
    return []
  },
})

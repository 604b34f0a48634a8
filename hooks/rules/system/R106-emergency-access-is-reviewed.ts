import { defineRule } from '../rule'

// Long enough to say what was wrong and what follows.
const shortestFinding = 30

type Facts = { unreviewed: readonly { dueAt: string }[] }

/**
 * Emergency access is for one chart and ends by itself (collections/system/emergency). Who left one
 * unreviewed past its date gets no other, and nobody reviews their own.
 */
export const emergencyAccessIsReviewed = defineRule<Facts>({
  id: 'R106',
  title: 'Emergency access is reviewed in time and by somebody else, or there is no other',
  area: 'system',
  appliesTo: ['break-glass-grants:action:start', 'break-glass-grants:action:review'],
  override: null,
  facts: async (read, { on, after }) => {
    if (on !== 'action:start') return { unreviewed: [] }
    const rows = await read.many('break-glass-grants', {
      and: [{ staff: { equals: after['staff'] } }, { status: { not_equals: 'reviewed' } }],
    })
    return { unreviewed: rows.map((row) => ({ dueAt: String(row['dueAt'] ?? '') })) }
  },
  check: ({ actor, change, facts, now }) => {
    if (change.on === 'action:start') {
      const isOverdue = facts.unreviewed.some(({ dueAt }) => new Date(dueAt) < now)
      return isOverdue
        ? [
            {
              message:
                'Your last emergency access is still to be reviewed, and the review is overdue. Ask somebody with the compliance role to review it first.',
              fixUrl: '/admin/emergency-access',
            },
          ]
        : []
    }
    if (actor.id && change.before?.['staff'] === actor.id) {
      return [
        {
          message:
            'This was your own emergency access. Somebody else with the compliance role has to review it.',
        },
      ]
    }
    const finding = String(change.after['finding'] ?? '')
    if (change.after['outcome'] === 'inappropriate' && finding.length < shortestFinding) {
      return [
        {
          path: 'finding',
          message: 'Write what was wrong with it: who, what, and what happens next.',
        },
      ]
    }
    return []
  },
})

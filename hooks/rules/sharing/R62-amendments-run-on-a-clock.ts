import { formatDate } from '@/src/domain/calendarDate'
import { idIn } from '@/src/domain/row'
import type { Finding } from '@/src/lib/errors'
import { defineRule } from '../rule'

/** 45 CFR 164.526 (AM-1): sixty days, once thirty more; what was signed is answered by an addendum. */
export const amendmentsRunOnAClock = defineRule({
  id: 'R62',
  title:
    'A request to change the record is answered in time, extended once, and accepted by an addendum beside what was signed',
  area: 'sharing',
  appliesTo: ['amendment-requests:action:extend', 'amendment-requests:action:accept'],
  override: null,
  check: ({ change: { after, before, on }, today }): Finding[] => {
    const row = before ?? {}
    if (on === 'action:accept') {
      return idIn(row, 'note') && !idIn(after, 'addendum')
        ? [
            {
              path: 'addendum',
              message:
                'The note has no addendum since the patient asked. Its author writes and signs one first; they have a task for it.',
            },
          ]
        : []
    }
    if (row['extendedAt'])
      return [{ message: 'This request was extended once already. Answer it.' }]
    const dueOn = String(row['dueOn'])
    return dueOn < today
      ? [
          {
            message: `The answer was due on ${formatDate(dueOn)}. A request can be extended only before that day: answer it now.`,
          },
        ]
      : []
  },
})

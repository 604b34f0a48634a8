import { formatDate } from '@/src/domain/calendarDate'
import { idIn } from '@/src/domain/row'
import { isReviewable } from '@/src/domain/sharing/requests'
import type { Finding } from '@/src/lib/errors'
import { defineRule } from '../rule'

const forOthers = ['lawyer', 'other']

/** 45 CFR 164.524: thirty days, once thirty more with a letter; coded denials, some with a second look. */
export const recordRequestsRunOnAClock = defineRule({
  id: 'R62',
  title:
    'A request for records is verified, answered in time, extended once, and denied only on a ground',
  area: 'sharing',
  appliesTo: [
    'record-requests:action:extend',
    'record-requests:action:fulfil',
    'record-requests:action:refuse',
    'record-requests:action:ask-review',
    'record-requests:action:review',
  ],
  override: null,
  check: ({ actor, change: { after, before, on }, today }): Finding[] => {
    const row = before ?? {}
    const requester = String(row['requesterKind'] ?? '')
    if (on === 'action:extend') {
      if (row['extendedAt'])
        return [
          {
            message:
              'This request was extended once already. It cannot be extended again: answer it.',
          },
        ]
      if (String(row['dueOn']) < today)
        return [
          {
            message: `The answer was due on ${formatDate(String(row['dueOn']))}. A request can be extended only before that day: answer it now.`,
          },
        ]
    }
    if (on === 'action:fulfil') {
      if (!row['verifiedHow'])
        return [{ message: 'First write down how you made sure who asks: use "Verify".' }]
      if (forOthers.includes(requester) && after['basis'] === 'individual')
        return [
          {
            path: 'basis',
            message:
              'Somebody else cannot use the right of the patient. Choose the release that came with the letter, or refuse.',
          },
        ]
    }
    if (on === 'action:refuse' && !forOthers.includes(requester))
      return [
        {
          message:
            'Only requests of somebody else without an authorization are refused like this. A patient or representative is denied on a ground of the law.',
        },
      ]
    if (on === 'action:ask-review' && !isReviewable(row['denialGround']))
      return [
        {
          message:
            'The law gives no second look at this ground. You may complain to us, or to the Office for Civil Rights.',
        },
      ]
    if (on === 'action:review' && actor.id && idIn(row, 'closedBy') === actor.id)
      return [
        { message: 'You denied this request yourself. Somebody else has to look at it again.' },
      ]
    return []
  },
})

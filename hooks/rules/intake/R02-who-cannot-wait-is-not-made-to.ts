import { MUST_ACT_MESSAGE } from '@/src/domain/intake/triage'
import { serviceDateOf } from '@/src/domain/scheduling/zonedTime'
import type { Finding } from '@/src/lib/errors'
import { defineRule } from '../rule'

const notToday: Finding = {
  path: 'startsAt',
  message: 'This person cannot wait. Book a time today, or ask the clinical director.',
}

/** Suicidal or homicidal plans, a recent attempt, violence at home or psychosis: somebody acts today. */
export const whoCannotWaitIsNotMadeTo = defineRule({
  id: 'R02',
  title: 'Somebody in danger is not put on a list; what was done is recorded at once',
  area: 'intake',
  appliesTo: [
    'inquiries:action:triage',
    'inquiries:action:waitlist',
    'inquiries:action:book-intake',
    'inquiries:action:decline',
    'inquiries:action:close',
  ],
  override: { roles: ['director'] },
  check: ({ change, now }) => {
    const { after, on } = change
    if (after['mustActToday'] !== true) return []
    if (on === 'action:waitlist') return [{ path: 'mustActToday', message: MUST_ACT_MESSAGE }]
    if (on === 'action:book-intake') {
      const zone = String(after['intakeZone'])
      const booked = serviceDateOf({ instant: String(after['intakeStartsAt']), zone })
      return booked === serviceDateOf({ instant: now, zone }) ? [] : [notToday]
    }
    return after['safetyAction'] ? [] : [{ path: 'safetyAction', message: MUST_ACT_MESSAGE }]
  },
})

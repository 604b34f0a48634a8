import { addDays } from '@/src/domain/calendarDate'
import { isWithinHours, proxyBookingProblem } from '@/src/domain/people/proxyBooking'
import { idIn, type Row } from '@/src/domain/row'
import { defineRule } from '../rule'

type Facts = { openVisits: number; hours: readonly Row[] }

/** What somebody who acts for a patient may book without asking the office. */
export const proxiesBookWithinLimits = defineRule<Facts>({
  id: 'R11',
  title:
    'Who acts for a patient books usual visits, a day ahead or more, in open hours, and a few at a time',
  area: 'intake',
  appliesTo: ['appointments:action:book'],
  override: null,
  facts: async (read, { after }) => ({
    openVisits: await read.count('appointments', {
      and: [
        { patient: { equals: idIn(after, 'patient') } },
        { status: { equals: 'booked' } },
        { episode: { exists: false } },
      ],
    }),
    hours: await read.many('availability', { staff: { equals: idIn(after, 'clinician') } }),
  }),
  check: ({ actor, change: { after }, facts, now, today }) => {
    if (actor.kind !== 'proxy' || !actor.proxy?.rights.includes('booking')) return []
    const startsAt = new Date(String(after['startsAt']))
    const message = proxyBookingProblem({
      kind: String(after['kind']),
      hoursAhead: (startsAt.getTime() - now.getTime()) / 3_600_000,
      isTooFar: String(after['serviceDate']) > addDays(today, 60),
      isOpen: isWithinHours({
        hours: facts.hours,
        startsAt,
        endsAt: new Date(String(after['endsAt'])),
        zone: String(after['zone']),
      }),
      openVisits: facts.openVisits,
    })
    return message ? [{ path: 'startsAt', message }] : []
  },
})

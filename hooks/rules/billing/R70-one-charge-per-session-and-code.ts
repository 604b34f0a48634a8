import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import { idIn, type Row } from '@/src/domain/row'
import { defineRule } from '../rule'

const dayOf = (charge: Row): string =>
  isCalendarDate(charge['serviceDate']) ? formatDate(charge['serviceDate']) : 'this session'

export const oneChargePerSessionAndCode = defineRule({
  id: 'R70',
  title: 'A charge comes from a completed session, one per session and code',
  area: 'billing',
  appliesTo: ['charges:create'],
  override: null,
  status: 409,
  facts: async (read, { after }): Promise<{ session: Row | null; others: number }> => {
    const session = idIn(after, 'session')
    return {
      session: await read.one('sessions', session),
      others: session
        ? await read.count('charges', {
            and: [
              { session: { equals: session } },
              { code: { equals: after['code'] } },
              { status: { not_equals: 'voided' } },
            ],
          })
        : 0,
    }
  },
  check: ({ facts, change }) => {
    if (facts.session?.['status'] !== 'completed') {
      return [
        {
          path: 'session',
          message: 'A charge comes from a completed session. Complete the session first.',
        },
      ]
    }
    if (!facts.others) return []
    return [
      {
        path: 'code',
        message: `A charge already exists for ${dayOf(change.after)}. Open that one instead.`,
      },
    ]
  },
})

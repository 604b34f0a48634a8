import { numberIn } from '@/src/domain/row'
import { defineRule } from '../rule'

const sessions = (count: number): string => (count === 1 ? '1 session is' : `${count} sessions are`)

export const unitsMoveByBookings = defineRule({
  id: 'R72',
  title: 'Authorized units are reserved, used and released by bookings alone',
  area: 'billing',
  appliesTo: ['authorizations:create', 'authorizations:update'],
  override: null,
  check: ({ change: { after } }) => {
    const from = String(after['effectiveFrom'] ?? '')
    const to = String(after['effectiveTo'] ?? '')
    if (from && to && to < from) {
      return [
        {
          path: 'effectiveTo',
          message: 'The authorization ends before it begins. Correct its dates.',
        },
      ]
    }
    const taken = numberIn(after, 'unitsReserved') + numberIn(after, 'unitsUsed')
    if (numberIn(after, 'unitsApproved') >= taken) return []
    return [
      {
        path: 'unitsApproved',
        message: `${sessions(taken)} reserved or used already. Enter ${taken} or more, or cancel bookings first.`,
      },
    ]
  },
})

import { clock } from '@/src/lib/clock'
import { practiceToday } from '@/src/lib/practiceZone'
import { defineRule } from '../rule'
import { type OpenKind, openWorkOf } from './openWork'

type Facts = Readonly<Record<OpenKind, number>>

/** What has to be handed over first; the rest ends by itself or stands still without harm. */
const words: readonly (readonly [OpenKind, one: string, many: string])[] = [
  ['notes', '1 note unsigned', 'notes unsigned'],
  ['appointments', '1 booking to move', 'bookings to move'],
  ['risks', '1 open risk', 'open risks'],
  ['tasks', '1 open task', 'open tasks'],
  ['caseload', '1 patient without a successor', 'patients without a successor'],
]

/** Whoever leaves hands over first; an owner may go past it where somebody has to go at once. */
export const nobodyLeavesWorkBehind = defineRule<Facts>({
  id: 'R97',
  title: 'Nobody is deactivated while bookings, notes, risks, tasks or patients wait for them',
  area: 'people',
  appliesTo: ['staff:action:deactivate'],
  override: { roles: ['owner'] },
  facts: async (read, { before }) => {
    const when = { now: clock.now(), today: practiceToday() }
    const open = await openWorkOf(read, String(before?.['id']), when)
    return Object.fromEntries(words.map(([kind]) => [kind, open[kind].length])) as Facts // the kinds above
  },
  check: ({ change, facts }) => {
    const open = words
      .filter(([kind]) => facts[kind] > 0)
      .map(([kind, one, many]) => (facts[kind] === 1 ? one : `${facts[kind]} ${many}`))
    if (!open.length) return []
    const name = String(change.before?.['name'] ?? 'This person')
    return [
      {
        message: `${name} cannot leave yet: ${open.join(', ')}. Hand it over first.`,
        fixUrl: `/admin/leaving/${String(change.before?.['id'])}`,
      },
    ]
  },
})

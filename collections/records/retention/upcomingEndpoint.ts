import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { retentionOfCharts } from './readRetention'

export type Upcoming = {
  /** Charts by the year in which their time ends; `due` is over now. */
  due: number
  byYear: { year: string; charts: number }[]
  /** Charts of which it cannot be said, by what is missing. */
  unknown: { sentence: string; charts: number }[]
}

/** GET /api/destruction-lists/upcoming: how many charts come to the end of their time, and when. Counts alone. */
export const upcomingEndpoint = door('policy', {
  method: 'get',
  path: '/upcoming',
  handler: async (req) => {
    if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    if (!isGranted(req, 'destruction-lists', 'read'))
      throw new Refusal('not-granted', 'Only compliance and the owner see what becomes due.')
    const today = practiceToday()
    const byYear = new Map<string, number>()
    const unknown = new Map<string, number>()
    let due = 0
    for await (const charts of retentionOfCharts(req.payload)) {
      for (const { retention } of charts) {
        if (retention.kind === 'unknown') {
          unknown.set(retention.sentence, (unknown.get(retention.sentence) ?? 0) + 1)
        } else if (retention.day <= today) due += 1
        else {
          const year = retention.day.slice(0, 4)
          byYear.set(year, (byYear.get(year) ?? 0) + 1)
        }
      }
    }
    const sorted = [...byYear].sort(([left], [right]) => left.localeCompare(right))
    const answer: Upcoming = {
      due,
      byYear: sorted.map(([year, charts]) => ({ year, charts })),
      unknown: [...unknown].map(([sentence, charts]) => ({ sentence, charts })),
    }
    return Response.json(answer)
  },
})

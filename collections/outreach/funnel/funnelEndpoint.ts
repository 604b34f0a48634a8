import type { Endpoint } from 'payload'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf, hasRole } from '@/access/principal'
import { loadSettings } from '@/hooks/loadSettings'
import { addDays, isCalendarDate } from '@/src/domain/calendarDate'
import { maskSmallCells } from '@/src/domain/outreach/funnel'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { readCosts } from './readCosts'
import { type DayRange, readFunnel } from './readFunnel'

const standardDays = 90

const dayOf = (value: unknown, name: string, standard: string): string => {
  if (value === undefined || value === null || value === '') return standard
  if (typeof value === 'string' && isCalendarDate(value)) return value
  throw new Refusal('invalid', [
    { path: name, message: `"${name}" must be a date that exists, such as 2026-04-14.` },
  ])
}

/** Three whole months that end with the one of `day`. */
const threeMonthsTo = (day: string): DayRange => {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const firstOf = (index: number): string =>
    `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
  return { from: firstOf(month - 2), to: addDays(firstOf(month + 1), -1) }
}

/**
 * GET /api/campaigns/funnel?from=YYYY-MM-DD&to=YYYY-MM-DD, both days included, in the practice's
 * zone; the last 90 days when left out. The owner reads exact figures of any days. Everybody else
 * reads cells that cannot be one person, of three whole months that end with the month of `to`: with
 * days of their own choice they could take two answers from each other until one person is left.
 * Never a name, an id or a date of a person.
 */
export const funnelEndpoint: Endpoint = door('policy', {
  method: 'get',
  path: '/funnel',
  handler: async (req) => {
    if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    if (!isGranted(req, 'campaigns', 'read')) {
      throw new Refusal('not-granted', 'You may not read the marketing report.')
    }
    const to = dayOf(req.query?.['to'], 'to', practiceToday())
    const from = dayOf(req.query?.['from'], 'from', addDays(to, -(standardDays - 1)))
    if (from > to) {
      throw new Refusal('invalid', [
        { path: 'from', message: 'The first day must not be after the last.' },
      ])
    }
    const isExact = hasRole(actorOf(req), 'owner')
    const range = isExact ? { from, to } : threeMonthsTo(to)
    const [exact, costs] = await Promise.all([readFunnel(req, range), readCosts(req, range)])
    if (isExact)
      return Response.json({ ...range, isMasked: false, threshold: null, ...exact, costs })
    const { smallCell } = await loadSettings(req, {})
    const masked = maskSmallCells({ rows: exact.rows, threshold: smallCell })
    return Response.json({ ...range, isMasked: true, ...masked, costs })
  },
})

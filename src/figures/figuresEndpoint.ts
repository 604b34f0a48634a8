import type { Endpoint } from 'payload'
import { door } from '@/access/doors'
import { actorOf, hasRole } from '@/access/principal'
import { csvAnswer } from '@/src/lib/csvAnswer'
import { csvLine } from '../domain/csv'
import { Refusal } from '../lib/errors'
import { type Figures, readFigures } from './readFigures'

const csvOf = ({ weeks, figures }: Figures): string[] =>
  [
    ['Figure', 'Unit', 'Value', 'Numerator', 'Denominator', ...weeks],
    ...figures.map(({ label, unit, value, numerator, denominator, trend }) => [
      label,
      unit,
      value ?? '',
      numerator,
      denominator ?? '',
      ...trend.map((point) => point ?? ''),
    ]),
  ].map(csvLine)

/**
 * `GET /api/figures[?format=csv]`: the practice in ten figures with the twelve weeks before, for owner,
 * clinical director and compliance. Counts and names of staff, nothing about a patient.
 */
export const figuresEndpoint: Endpoint = door('policy', {
  method: 'get',
  path: '/figures',
  handler: async (req) => {
    const actor = actorOf(req)
    if (actor.kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    if (!hasRole(actor, 'owner', 'director', 'compliance'))
      throw new Refusal('not-granted', 'The figures are for owner, director and compliance.')
    const figures = await readFigures(req)
    if (req.searchParams.get('format') !== 'csv')
      return Response.json(figures, { headers: { 'Cache-Control': 'no-store' } })
    return csvAnswer({ name: 'figures', lines: csvOf(figures), day: figures.today })
  },
})

import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { factReader } from '@/hooks/facts'
import { agingBuckets, agingOf, agingTotal } from '@/src/domain/billing/aging'
import { textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { grouped } from '@/src/lib/grouped'
import { practiceToday } from '@/src/lib/practiceZone'
import { readOpenCharges } from './readOpenCharges'

export type Aging = {
  today: string
  buckets: string[]
  rows: { payer: string | null; name: string; cents: number[]; totalCents: number }[]
  total: { cents: number[]; totalCents: number }
  /** Patient money that is not applied to a charge yet; what is due is less by it. */
  unappliedCents: number
}

/** `GET /api/ledger-entries/aging`: what payers and patients owe, by days since the service (F38). */
export const agingEndpoint = door('policy', {
  method: 'get',
  path: '/aging',
  handler: async (req) => {
    const actor = actorOf(req)
    if (actor.kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    if (actor.kind !== 'staff' || (await decide(req, 'ledger-entries', 'read')) !== true)
      throw new Refusal('not-granted', 'The books are for billing.')
    const today = practiceToday()
    const rows = agingOf(await readOpenCharges(req.payload, today), today)
    const payers = await factReader(req).many('payers', { id: { exists: true } })
    const names = new Map(payers.map((row) => [String(row['id']), textIn(row, 'name')]))
    const [unapplied] = await grouped(req.payload, {
      collection: 'ledger-entries',
      where: [{ column: 'account', is: '=', value: 'unappliedCredit' }],
      by: ['account'],
      sum: 'amountCents',
    })
    const answer: Aging = {
      today,
      buckets: agingBuckets.map(({ label }) => label),
      rows: rows.map((row) => ({
        ...row,
        name: row.payer === null ? 'Patients' : names.get(row.payer) || 'A payer no longer listed',
      })),
      total: agingTotal(rows),
      unappliedCents: -(unapplied?.amount ?? 0),
    }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
})

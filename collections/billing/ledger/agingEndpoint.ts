import type { PayloadRequest } from 'payload'
import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { factReader } from '@/hooks/facts'
import { agingBuckets, agingOf, agingTotal, type OpenCharge } from '@/src/domain/billing/aging'
import { Refusal } from '@/src/lib/errors'
import { grouped } from '@/src/lib/grouped'
import { practiceToday } from '@/src/lib/practiceZone'
import { textIn } from '../text'

const atOnce = 1000

/** The days of service of charges, a thousand at a time. */
const serviceDates = async (req: PayloadRequest, ids: string[]): Promise<Map<string, string>> => {
  const days = new Map<string, string>()
  for (let at = 0; at < ids.length; at += atOnce) {
    const { docs } = await req.payload.db.find<{ id: string; serviceDate: string }>({
      collection: 'charges',
      where: { id: { in: ids.slice(at, at + atOnce) } },
      select: { serviceDate: true },
      limit: atOnce,
      pagination: false,
    })
    for (const { id, serviceDate } of docs) days.set(String(id), serviceDate)
  }
  return days
}

const openCharges = async (req: PayloadRequest): Promise<OpenCharge[]> => {
  const balances = await grouped(req.payload, {
    collection: 'ledger-entries',
    where: [{ column: 'account', is: 'in', value: ['patientReceivable', 'payerReceivable'] }],
    by: ['account', 'payer', 'charge'],
    sum: 'amountCents',
  })
  const open = balances.filter(({ amount }) => amount !== 0)
  const ids = [...new Set(open.flatMap(({ keys }) => keys[2] ?? []))]
  const days = await serviceDates(req, ids)
  const today = practiceToday()
  return open.map(({ keys: [account, payer, charge], amount }) => ({
    payer: account === 'patientReceivable' ? null : (payer ?? ''),
    // Money that hangs on no charge is as old as today.
    serviceDate: days.get(charge ?? '') ?? today,
    cents: amount,
  }))
}

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
    const rows = agingOf(await openCharges(req), today)
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

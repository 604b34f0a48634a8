// Posting payers' answers: one file of 1,000 claims, and files of 100 ten at a time against one after the other.
import { writeFileSync } from 'node:fs'
import type { Line } from './lines'

const [, , file = ''] = process.argv
const { getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('@payload-config')
const { seedVolume } = await import('@/src/demo/volume/seedVolume')
const { clock } = await import('@/src/lib/clock')
const { runSql } = await import('@/src/lib/database')
const { signedIn } = await import('./office')
const { answerText } = await import('./x12Samples')

const large = 1_000
const small = 100
const writers = 10

const payload = await getPayload({ config })
await seedVolume(payload, { patients: 2_800, now: clock.wall(), say: () => undefined })
clock.reset()
const dana = await signedIn(payload, 'bench-biller', ['biller'])

// Every claim is with its payer again, as if none had been answered.
await runSql(payload, `DELETE FROM ledger_entries WHERE kind = 'remittanceLine'`)
await runSql(payload, `DELETE FROM postings WHERE kind = 'remittanceLine'`)
await runSql(
  payload,
  `UPDATE postings SET sequence = 2, sequence_key = patient_id || '|2' WHERE sequence = 3
   AND NOT EXISTS (SELECT 1 FROM postings p WHERE p.patient_id = postings.patient_id AND p.sequence = 2)`,
)
await runSql(payload, `UPDATE claims SET status = 'accepted', answered_on = NULL, paid_cents = 0`)
type Claim = { number: string; line: string; cents: number; day: string; code: string }
const claims = (await runSql(
  payload,
  `SELECT c.control_number AS number, l.line_control_number AS line, c.total_cents AS cents,
          c.service_date AS day, l.code AS code
   FROM claims c JOIN claim_lines l ON l.claim_id = c.id WHERE c.submitted_at IS NOT NULL ORDER BY c.id`,
)) as Claim[] // named columns

const send = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
  const request = new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: {
      cookie: dana.cookie,
      origin: 'http://localhost:3000',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  })
  const response = await handleEndpoints({ config, request })
  const answer = (await response.json()) as Record<string, unknown>
  if (response.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 400)}`)
  return answer
}

let taken = 0

/** Imports the payer's answer to the next claims; answers what posts it, to the cent or not at all. */
const nextFile = async (count: number): Promise<() => Promise<void>> => {
  const part = claims.slice(taken, taken + count)
  taken += count
  if (part.length < count) throw new Error(`There are only ${claims.length} claims.`)
  const text = answerText(part, `EFT${taken}`)
  const { id } = await send('/api/remittances', { text })
  return async () => {
    await send(`/api/remittances/${id}/post`, {})
    const [row] = (await runSql(
      payload,
      `SELECT payment_cents AS paid, posted_cents AS posted, parked_cents AS parked, matched_count AS matched
       FROM remittances WHERE id = ?`,
      [id],
    )) as { paid: number; posted: number; parked: number; matched: number }[] // one row
    if (row?.paid !== row?.posted || row?.matched !== count)
      throw new Error(`A remittance does not balance: ${JSON.stringify(row)}`)
  }
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

const [whole] = [await nextFile(large)]
const seconds = await secondsOf(whole)

const files = (): Promise<(() => Promise<void>)[]> =>
  (async () => {
    const made: (() => Promise<void>)[] = []
    for (let at = 0; at < writers; at += 1) made.push(await nextFile(small))
    return made
  })()

const inTurn = await files()
const atOnce = await files()
const one = await secondsOf(async () => {
  for (const post of inTurn) await post()
})
const ten = await secondsOf(() => Promise.all(atOnce.map((post) => post())))

const [{ sum = -1 } = {}] = (await runSql(
  payload,
  'SELECT SUM(amount_cents) AS sum FROM ledger_entries',
)) as { sum?: number }[] // one row
if (sum !== 0) throw new Error(`The books are off by ${sum} cents.`)

const perSecond = (time: number): number => (writers * small) / time
const lines: Line[] = [
  {
    part: 'remittances',
    what: `posting one file of ${large.toLocaleString('en-US')} claims, to the cent`,
    unit: 'seconds',
    ours: seconds,
  },
  {
    part: 'remittances',
    what: `files of ${small} claims, ten at once against one`,
    unit: 'claims/s',
    ours: perSecond(ten),
    against: perSecond(one),
    ratio: one / ten,
    wanted: '>= 0.9',
  },
]
writeFileSync(file, JSON.stringify(lines))
process.exit(0)

// The access log: events per second with and without the chain, and how long a million events take to check.
import { writeFileSync } from 'node:fs'
import type { Line } from './lines'
import { median } from './load'

const [, , file = ''] = process.argv
const { createLocalReq, getPayload } = await import('payload')
const { default: config } = await import('@payload-config')
const { audit, closeAuditChain } = await import('@/hooks/audit/writer')
const { auditEvent } = await import('@/hooks/audit/event')
const { factsOf } = await import('@/hooks/audit/chain')
const { insertRowsSoon } = await import('@/src/lib/database')
const { verifyLog } = await import('@/hooks/audit/verify')

const timed = 20_000
const checked = 1_000_000
const together = 200
const rounds = 5

const payload = await getPayload({ config })
const req = await createLocalReq({}, payload)

const eventAt = (number: number) => ({
  action: 'read',
  outcome: 'seen' as const,
  collection: 'progress-notes',
  recordIds: [`note-${number}`],
  patientIds: [`patient-${number % 300}`],
})

const chained = async (from: number, count: number): Promise<void> => {
  for (let at = from; at < from + count; at += together)
    await Promise.all(
      Array.from({ length: together }, (_, index) => audit(req, eventAt(at + index))),
    )
}

/** The same facts in the same table without marks, checkpoints and index of patients. */
const plain = async (from: number, count: number): Promise<void> => {
  const at = new Date().toISOString()
  for (let seq = from; seq < from + count; seq += together) {
    const rows = Array.from({ length: together }, (_, index) => ({
      ...factsOf(auditEvent(req, eventAt(seq + index)), { seq: seq + index, chainId: 'plain', at }),
      canonical: '',
      prevHash: '',
      hmac: '',
      keyId: '',
    }))
    await insertRowsSoon(payload, 'audit-events', rows)
  }
}

const perSecond = async (work: () => Promise<void>, count: number): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return (count * 1000) / (performance.now() - startedAt)
}

await chained(0, checked)
await closeAuditChain(payload)
const startedAt = performance.now()
const found = await verifyLog(payload)
const seconds = (performance.now() - startedAt) / 1000
if (found.problemCount) throw new Error(JSON.stringify(found.problems.slice(0, 3)))

// The log takes nothing back, so what breaks its chain comes last.
const turns: { ours: number; against: number }[] = []
for (let round = 0; round < rounds; round += 1) {
  const from = round * timed
  turns.push({
    ours: await perSecond(() => chained(from, timed), timed),
    against: await perSecond(() => plain(from + 1, timed), timed),
  })
}

const lines: Line[] = [
  {
    part: 'access log',
    what: `events written, ${together} at once; against: no chain`,
    unit: 'events/s',
    ours: median(turns.map(({ ours }) => ours)),
    against: median(turns.map(({ against }) => against)),
    ratio: median(turns.map(({ ours, against }) => ours / against)),
  },
  {
    part: 'access log',
    what: `${found.events} events checked`,
    unit: 's',
    ours: seconds,
    wanted: 'minutes',
  },
]
writeFileSync(file, JSON.stringify(lines))
process.exit(0)

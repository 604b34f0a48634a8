// What a list and a record cost with 1,000 people and with 100,000; the counting of totals held against Payload's own.
import { writeFileSync } from 'node:fs'
import { find as findAsAdapter } from '@payloadcms/drizzle'
import type { Line } from './lines'

const [, , file = ''] = process.argv
const { getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('@payload-config')
const { keepStatistics } = await import('@/src/lib/keepStatistics')
const { addPeople, signedIn, takeCareOf } = await import('./office')
const { median } = await import('./load')

const few = 1_000
const many = 100_000
const caseload = 60
const rounds = 60
const warm = 15

const payload = await getPayload({ config })
const rosa = await signedIn(payload, 'rosa', ['owner'])
const ben = await signedIn(payload, 'ben', ['frontDesk'])
const kim = await signedIn(payload, 'kim', ['clinician'])

/** CPU time of one answer: what else runs on the machine between the two measurements does not count. */
const timed = async (work: (round: number) => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = process.cpuUsage()
    await work(round)
    const { user, system } = process.cpuUsage(begun)
    if (round >= warm) times.push((user + system) / 1000)
  }
  return median(times)
}

const ask = async (cookie: string, path: string): Promise<void> => {
  const request = new Request(`http://localhost:3000${path}`, { headers: { cookie } })
  const response = await handleEndpoints({ config, request })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${text.slice(0, 300)}`)
}

const people = await addPeople(payload, { from: 0, to: few, clinician: kim.userId })
await takeCareOf(payload, kim.userId, people.slice(0, caseload))
await keepStatistics(payload)

const sorted = '/api/patients?limit=25&sort=lastName&depth=0'

const questions: { what: string; ask: (round: number) => Promise<unknown> }[] = [
  {
    what: 'a record by id, owner',
    ask: (round) => ask(rosa.cookie, `/api/patients/${people[round]?.id}?depth=0`),
  },
  {
    what: 'list without totals, front desk',
    ask: () => ask(ben.cookie, `${sorted}&pagination=false`),
  },
  {
    what: 'list without totals, clinician with 60',
    ask: () => ask(kim.cookie, `${sorted}&pagination=false`),
  },
]

const withTotals = (): Promise<number> => timed(() => ask(ben.cookie, sorted))

const bareTotals = (): Promise<number> =>
  timed(() =>
    findAsAdapter.call(payload.db as never, {
      collection: 'patients',
      limit: 25,
      sort: 'lastName',
      page: 1,
      pagination: true,
    }),
  )

const measured = async (): Promise<number[]> => {
  const times: number[] = []
  for (const question of questions) times.push(await timed(question.ask))
  return [...times, await withTotals(), await bareTotals()]
}

const before = await measured()
await addPeople(payload, { from: few, to: many, clinician: kim.userId })
await keepStatistics(payload)
const after = await measured()

const lines: Line[] = questions.map(({ what }, at) => ({
  part: 'growth',
  what,
  unit: 'CPU ms',
  ours: after[at] ?? 0,
  against: before[at] ?? 0,
  ratio: (after[at] ?? 0) / (before[at] ?? 1),
  wanted: '<= 1.5',
}))
const at = questions.length
const growth = (place: number): number => (after[place] ?? 0) / (before[place] ?? 1)
lines.push({
  part: 'growth',
  what: 'list with totals: our growth against the adapter’s own',
  unit: 'times',
  ours: growth(at),
  against: growth(at + 1),
  ratio: growth(at) / growth(at + 1),
  wanted: '<= 1.2',
})
writeFileSync(file, JSON.stringify(lines))
process.exit(0)

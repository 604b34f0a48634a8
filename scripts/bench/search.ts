// The search of the office among 100,000 people with a claim each, by the front desk, a biller and a clinician.
import { writeFileSync } from 'node:fs'
import type { Line } from './lines'

const [, , file = ''] = process.argv
const { getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('@payload-config')
const { insertRows } = await import('@/src/lib/database')
const { keepStatistics } = await import('@/src/lib/keepStatistics')
const { addPeople, signedIn, takeCareOf } = await import('./office')
const { median } = await import('./load')

const patientCount = 100_000
const caseload = 60
const rounds = 60

const payload = await getPayload({ config })
const now = new Date().toISOString()
const stamps = { createdAt: now, updatedAt: now, rev: 1 }

const ben = await signedIn(payload, 'ben', ['frontDesk'])
const dana = await signedIn(payload, 'dana', ['biller'])
const kim = await signedIn(payload, 'kim', ['clinician'])

const people = await addPeople(
  payload,
  { from: 0, to: patientCount, clinician: kim.userId },
  async (rows, first) => {
    const claims = rows.map(({ id }, place) => ({
      uniqueKey: `charge|${id}`,
      controlNumber: `C${String(first + place + 1).padStart(7, '0')}`,
      patient: id,
      status: 'paid',
      serviceDate: '2026-01-05',
      ...stamps,
    }))
    await insertRows(payload, 'claims', claims)
  },
)
const step = Math.floor(patientCount / caseload)
await takeCareOf(
  payload,
  kim.userId,
  people.filter((_, index) => index % step === 0),
)
// As the server does every hour.
await keepStatistics(payload)

type Found = { people: unknown[]; claims: unknown[] }

const ask = async (cookie: string, query: string): Promise<{ ms: number; found: number }> => {
  const request = new Request('http://localhost:3000/api/search', {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost:3000', 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const startedAt = performance.now()
  const response = await handleEndpoints({ config, request })
  const body = (await response.json()) as Found // answer of POST /api/search
  if (response.status !== 200) throw new Error(JSON.stringify(body))
  return { ms: performance.now() - startedAt, found: body.people.length + body.claims.length }
}

type Kind = { what: string; cookie: string; of: (index: number) => string; mayMiss?: boolean }

const personAt = (index: number) => {
  const person = people[(index * 7_919) % people.length]
  if (!person) throw new Error('There is nobody.')
  return person
}

const kinds: Kind[] = [
  {
    what: 'beginning of a last name, front desk',
    cookie: ben.cookie,
    of: (index) => personAt(index).lastName.slice(0, 3),
  },
  {
    what: 'first name and beginning of the last, front desk',
    cookie: ben.cookie,
    of: (index) => personAt(index).displayName.slice(0, -2),
  },
  { what: 'one letter, front desk', cookie: ben.cookie, of: () => 's' },
  {
    what: 'birth date, front desk',
    cookie: ben.cookie,
    of: (index) => personAt(index).dateOfBirth,
  },
  { what: 'phone number, front desk', cookie: ben.cookie, of: (index) => personAt(index).phone },
  {
    what: 'claim number, biller',
    cookie: dana.cookie,
    of: (index) => `C${String(1 + ((index * 7_919) % patientCount)).padStart(7, '0')}`,
  },
  {
    what: `beginning of a last name, clinician with ${caseload}`,
    cookie: kim.cookie,
    of: (index) => personAt(index).lastName.slice(0, 3),
    mayMiss: true,
  },
]

const lines: Line[] = []
for (const { what, cookie, of, mayMiss } of kinds) {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { ms, found } = await ask(cookie, of(round))
    if (!found && !mayMiss) throw new Error(`${what}: nothing was found.`)
    // The first ones prepare their statements.
    if (round >= 10) times.push(ms)
  }
  lines.push({ part: 'search', what, unit: 'ms', ours: median(times), wanted: '<= 10' })
}
writeFileSync(file, JSON.stringify(lines))
process.exit(0)

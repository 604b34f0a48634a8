// The search of the office among 100,000 people with a claim each, by the front desk, a biller and a clinician.
import { writeFileSync } from 'node:fs'
import type { Line } from './lines'

const [, , file = ''] = process.argv
const { getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('@payload-config')
const { insertRows, withoutWaiting } = await import('@/src/lib/database')
const { keepStatistics } = await import('@/src/lib/keepStatistics')
const { openSession } = await import('@/access/session/open')
const { surfaces } = await import('@/access/session/cookies')
const { patientRow } = await import('@/src/demo/volume/person')
const { randomFrom } = await import('@/src/demo/seed/random')
const { median } = await import('./load')

const patientCount = 100_000
const perInsert = 500
const caseload = 60
const rounds = 60

const payload = await getPayload({ config })
const now = new Date().toISOString()
const stamps = { createdAt: now, updatedAt: now, rev: 1 }
const all = randomFrom('search')

await payload.updateGlobal({
  slug: 'sign-in-settings' as never, // slugs are data here
  data: { isFactorRequired: false },
})

const signedIn = async (name: string, role: string) => {
  const { id } = await payload.db.create({
    collection: 'staff',
    data: { name, email: `${name}@example.test`, roles: [role], isActive: true, rev: 1 },
  })
  const userId = String(id)
  const token = await openSession(payload, { surface: 'staff', userId, agent: 'bench' })
  return { userId, cookie: `${surfaces.staff.cookie}=${token}` }
}

const ben = await signedIn('ben', 'frontDesk')
const dana = await signedIn('dana', 'biller')
const kim = await signedIn('kim', 'clinician')

const somebody = (index: number) =>
  patientRow(
    {
      id: crypto.randomUUID(),
      index,
      random: all.fork(String(index)),
      status: 'active',
      clinician: kim.userId,
      turn: null,
      payer: null,
      firstOn: '2026-01-05',
      lastOn: '2026-01-12',
    },
    stamps,
  )

const people: ReturnType<typeof somebody>[] = []
await withoutWaiting(payload, async () => {
  for (let from = 0; from < patientCount; from += perInsert) {
    const rows = Array.from({ length: perInsert }, (_, place) => somebody(from + place))
    people.push(...rows)
    await insertRows(payload, 'patients', rows)
    const claims = rows.map(({ id }, place) => ({
      uniqueKey: `charge|${id}`,
      controlNumber: `C${String(from + place + 1).padStart(7, '0')}`,
      patient: id,
      status: 'paid',
      serviceDate: '2026-01-05',
      ...stamps,
    }))
    await insertRows(payload, 'claims', claims)
  }
})
const step = Math.floor(patientCount / caseload)
await insertRows(
  payload,
  'care-team-assignments',
  people
    .filter((_, index) => index % step === 0)
    .map(({ id }) => ({
      uniqueKey: `${id}|${kim.userId}`,
      staff: kim.userId,
      patient: id,
      role: 'primary',
      startsOn: '2020-01-01',
      ...stamps,
    })),
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

// Finding words in one's own charts: 300 patients with 40 encrypted notes each.
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { faker } from '@faker-js/faker'
import type { Line } from './lines'

const [, , file = ''] = process.argv
const { createLocalReq, getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('@payload-config')
const { insertRows } = await import('@/src/lib/database')
const { sealTexts } = await import('@/hooks/sealConfidential')
const { openSession } = await import('@/access/session/open')
const { surfaces } = await import('@/access/session/cookies')

const patientCount = 300
const notesEach = 40

faker.seed(4)
const payload = await getPayload({ config })
const req = await createLocalReq({}, payload)
const now = new Date().toISOString()
const stamps = { createdAt: now, updatedAt: now, rev: 1 }

await payload.updateGlobal({
  slug: 'sign-in-settings' as never, // slugs are data here
  data: { isFactorRequired: false },
})
const { id } = await payload.db.create({
  collection: 'staff',
  data: { name: 'Kim', email: 'kim@example.test', roles: ['clinician'], isActive: true, rev: 1 },
})
const userId = String(id)
const token = await openSession(payload, { surface: 'staff', userId, agent: 'bench' })
const cookie = `${surfaces.staff.cookie}=${token}`

const patients = Array.from({ length: patientCount }, () => {
  const [firstName, lastName] = [faker.person.firstName(), faker.person.lastName()]
  return {
    id: randomUUID(),
    recordUid: randomUUID(),
    firstName,
    lastName,
    displayName: `${firstName} ${lastName}`,
    status: 'active',
    mayEmail: false,
    mayText: false,
    mayLeaveVoicemail: false,
    ...stamps,
  }
})
await insertRows(payload, 'patients', patients)
await insertRows(
  payload,
  'care-team-assignments',
  patients.map((patient) => ({
    staff: userId,
    patient: patient.id,
    role: 'primary',
    startsOn: '2020-01-01',
    ...stamps,
  })),
)
for (const [index, { id: patient }] of patients.entries()) {
  const notes = []
  for (let number = 0; number < notesEach; number += 1) {
    const row = { recordUid: randomUUID(), patient, author: userId }
    const isLast = index === patientCount - 1 && number === notesEach - 1
    const sealed = await sealTexts(req, 'progress-notes', row, {
      data: faker.lorem.paragraphs(2),
      response: index === 0 || isLast ? 'Spoke of the lighthouse.' : faker.lorem.paragraph(),
      plan: faker.lorem.paragraph(),
    })
    notes.push({ ...row, sealed, status: 'draft', ...stamps })
  }
  await insertRows(payload, 'progress-notes', notes)
}

const look = async (): Promise<{ first: number; all: number; hits: number }> => {
  const startedAt = performance.now()
  const response = await handleEndpoints({
    config,
    request: new Request('http://localhost:3000/api/progress-notes/find-words', {
      method: 'POST',
      headers: { cookie, origin: 'http://localhost:3000', 'content-type': 'application/json' },
      body: JSON.stringify({ words: 'lighthouse' }),
    }),
  })
  if (response.status !== 200 || !response.body) throw new Error(await response.text())
  let first = 0
  let hits = 0
  const decoder = new TextDecoder()
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    hits += decoder.decode(chunk).split('"kind":"hit"').length - 1
    if (hits) first ||= performance.now() - startedAt
  }
  return { first, all: performance.now() - startedAt, hits }
}

const cold = await look()
if (cold.hits !== notesEach + 1) throw new Error(`${cold.hits} hits`)
const lines: Line[] = [
  {
    part: 'finding words',
    what: `first hit among ${patientCount * notesEach} notes, keys not yet open`,
    unit: 's',
    ours: cold.first / 1000,
    wanted: '<= 1',
  },
  {
    part: 'finding words',
    what: `all of ${patientCount} patients`,
    unit: 's',
    ours: cold.all / 1000,
    wanted: '<= 5',
  },
]
writeFileSync(file, JSON.stringify(lines))
process.exit(0)

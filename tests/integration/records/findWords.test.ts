import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/access/asSystem'
import type { WordsLine } from '@/collections/records/words/searchableRecords'
import { sealTexts } from '@/hooks/sealConfidential'
import { insertRows } from '@/src/lib/database'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { assign, insert, makePatient, makeStaff, type Person } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let kim: Person
let theo: Person
let patients: string[]

const linesOf = async (client: Client, words: string): Promise<WordsLine[]> => {
  const answer = await client.post('/api/progress-notes/find-words', { words })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return String(answer.body)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const hitsOf = (lines: readonly WordsLine[]) => lines.filter((line) => line.kind === 'hit')

const note = async (patient: string, author: string, assessment: string): Promise<string> => {
  const { req } = await asSystem(app.payload, 'A note of the past')
  const row = { patient, recordUid: crypto.randomUUID() }
  return insert(app, 'progress-notes', {
    ...row,
    uniqueKey: `note|${row.recordUid}`,
    author,
    kind: 'session',
    format: 'DAP',
    serviceDate: '2026-04-01',
    status: 'signed',
    isFinal: true,
    sealed: await sealTexts(req, 'progress-notes', row, { assessment }),
  })
}

/** Until the first hit has arrived; the rest is not waited for. */
const firstHitMs = async (words: string): Promise<number> => {
  const startedAt = performance.now()
  const request = new Request('http://localhost:3000/api/progress-notes/find-words', {
    method: 'POST',
    headers: { cookie: kim.client.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ words }),
  })
  const { body } = await handleEndpoints({ config: app.config, request })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) throw new Error('No hit came.')
    if (!part.value.includes('"hit"')) continue
    await reader?.cancel()
    return performance.now() - startedAt
  }
}

beforeAll(async () => {
  app = await bootApp({ isLarge: true })
  kim = await makeStaff(app, 'Kim', ['clinician'])
  theo = await makeStaff(app, 'Theo', ['clinician'])
  patients = [await makePatient(app, 'Ana', 'Silva'), await makePatient(app, 'Bo', 'Lund')]
  await assign(app, kim.id, patients[0] ?? '')
  await assign(app, theo.id, patients[1] ?? '')
  await note(patients[0] ?? '', kim.id, 'She dreamt of a heron over the harbour.')
  await note(patients[0] ?? '', kim.id, 'Slept well.')
  await note(patients[1] ?? '', theo.id, 'A heron here, too.')
})

afterAll(() => app.stop())

describe('finding words in one’s own caseload', () => {
  it('answers hits with their surroundings, from the own caseload alone', async () => {
    const [hit, ...more] = hitsOf(await linesOf(kim.client, 'Heron harbour'))
    expect(more).toEqual([])
    expect(hit).toMatchObject({ record: 'Progress note', day: '2026-04-01', patient: 'Ana Silva' })
    expect(hit?.snippet).toContain('heron over the harbour')
    expect(hitsOf(await linesOf(kim.client, 'heron'))).toHaveLength(1)
    expect(hitsOf(await linesOf(theo.client, 'heron'))).toHaveLength(1)
    expect(await linesOf(kim.client, 'ostrich')).toMatchObject([
      { kind: 'progress', done: 1, total: 1 },
      { kind: 'end', hits: 0 },
    ])
  })

  it('leaves a line for what was found, without the words', async () => {
    const events = await rowsOf(app, 'audit-events', { action: 'found-words', actorId: kim.id })
    expect(events.length).toBeGreaterThan(0)
    for (const event of events) {
      expect(event['patientIds']).toContain(patients[0])
      expect(JSON.stringify(event).toLowerCase()).not.toContain('heron')
    }
  })

  it('is for those who treat', async () => {
    const path = '/api/progress-notes/find-words'
    expect((await clientOf(app).post(path, { words: 'heron' })).status).toBe(401)
    for (const role of ['frontDesk', 'biller', 'marketing', 'hr', 'compliance'] as const) {
      const person = await makeStaff(app, `As ${role}`, [role])
      expect((await person.client.post(path, { words: 'heron' })).status, role).toBe(403)
    }
    const newcomer = await makeStaff(app, 'Imani', ['clinician'])
    expect(await linesOf(newcomer.client, 'heron')).toMatchObject([{ kind: 'end', hits: 0 }])
    for (const words of ['', 'a', 7, null, ['heron'], 'x'.repeat(300)])
      expect((await kim.client.post(path, { words })).status, String(words)).toBe(400)
  })

  // The server for tests answers about a hundred questions a second: speed is measured on SQLite.
  it.skipIf(process.env['TEST_MONGO_URL'])(
    'reads 300 patients and 12,000 notes within five seconds, the first hit within one',
    async () => {
      const { req } = await asSystem(app.payload, 'A large caseload')
      const words =
        'He spoke of his week at work and slept somewhat better than in the last month. '
      const rows: Record<string, unknown>[] = []
      const ids: string[] = []
      for (let index = 0; index < 300; index += 1)
        ids.push(await makePatient(app, `P${index}`, 'Many'))
      for (const id of ids) {
        await assign(app, kim.id, id)
        for (let each = 0; each < 40; each += 1) {
          const row = { patient: id, recordUid: crypto.randomUUID() }
          const assessment = words.repeat(20) + (each === 39 ? 'The kingfisher.' : '')
          rows.push({
            ...row,
            uniqueKey: `note|${row.recordUid}`,
            author: kim.id,
            kind: 'session',
            format: 'DAP',
            serviceDate: '2026-04-01',
            status: 'signed',
            isFinal: true,
            rev: 1,
            sealed: await sealTexts(req, 'progress-notes', row, { assessment }),
          })
        }
      }
      for (let from = 0; from < rows.length; from += 200)
        await insertRows(app.payload, 'progress-notes', rows.slice(from, from + 200))
      const startedAt = performance.now()
      const lines = await linesOf(kim.client, 'ostrich')
      const allMs = performance.now() - startedAt
      expect(lines.at(-1)).toMatchObject({ kind: 'end', hits: 0 })
      const firstMs = await firstHitMs('kingfisher')
      expect(firstMs).toBeLessThan(1000)
      process.stdout.write(
        `12,000 notes: all in ${Math.round(allMs)} ms, the first hit after ${Math.round(firstMs)} ms\n`,
      )
      expect(allMs).toBeLessThan(5000)
      expect(hitsOf(await linesOf(kim.client, 'kingfisher')).length).toBeGreaterThanOrEqual(200)
    },
    300_000,
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem, asUser } from '@/access/asSystem'
import { mailOf } from '@/collections/system/mail/renderOutbox'
import { inRoot } from '@/scripts/lib/root.mjs'
import { filesUnder } from '@/scripts/lib/sources.mjs'
import { mailTemplates, renderMail } from '@/src/domain/mail/templates'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addPsychotherapyNote, type Cast, makeCast, secretWord } from '@/tests/support/cast'
import { addDiagnosis, freshPasswords, wholeNote } from '@/tests/support/chart'
import { dumpDatabase } from '@/tests/support/dumpDatabase'
import { notePath, notesOf } from '@/tests/support/notes'
import { done, plansOf } from '@/tests/support/plans'
import { requestAs, rowsOf } from '@/tests/support/practice'

let app: TestApp
let cast: Cast

const told = Object.fromEntries(
  Object.entries(wholeNote).map(([name, text]) => [
    name,
    name === 'riskStatus' ? text : `${secretWord} ${text}`,
  ]),
)

const choice = 'CANARYCHOICE'

/** A day's work: a note is written, signed and shared, a plan is shared, somebody is invited. */
const work = async (): Promise<void> => {
  await addDiagnosis(app, cast.ana)
  const note = await notesOf(app, () => cast).draft({}, told)
  await done(cast.kim, notePath(note, 'sign'))
  await done(cast.kim, notePath(note, 'share'))
  await addPsychotherapyNote(app, { patient: cast.ana, author: cast.kim.id })
  await cast.kim.client.post('/api/psychotherapy-notes', { patient: cast.ana, text: secretWord })
  await plansOf(app, () => cast).active('Gia')
  await cast.kim.client.post('/api/safety-plans', { patient: cast.ana, warningSigns: secretWord })
  const inquiry = { chosenName: 'Moss', email: 'moss@example.test', message: secretWord }
  await cast.anonymous.post('/api/inquiries', { ...inquiry, notEmergency: true, state: 'OR' })
  await cast.kim.client.get(`/api/progress-notes?where[reported][like]=${secretWord}`)
  await cast.kim.client.patch(notePath(note), { reported: secretWord })
  await cast.kim.client.post('/api/progress-notes/find-words', { words: secretWord })
}

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
  await freshPasswords(app)
  await work()
})

afterAll(() => app.stop())

describe('what work leaves behind', () => {
  it('T040 are choices of how lists look, which only their owner reads and clears', async () => {
    for (const { slug, enableQueryPresets } of app.config.collections)
      expect(enableQueryPresets, slug).toBeFalsy()
    expect(app.config.collections.some(({ slug }) => slug === 'payload-query-presets')).toBe(false)
    const key = '/api/payload-preferences/collection-patients'
    const kept = await cast.ben.client.post(key, { value: { sort: choice } })
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
    for (const [principal, client] of cast.callers) {
      if (principal === 'frontDesk') continue
      const asked = [
        '/api/payload-preferences?limit=100',
        '/api/payload-preferences?where[key][equals]=collection-patients',
        key,
      ]
      for (const path of asked)
        expect(JSON.stringify((await client.get(path)).body), `${principal} ${path}`).not.toContain(
          choice,
        )
      const graph = await client.graphql('{ PayloadPreferences { docs { key value } } }')
      expect(JSON.stringify(graph.body), principal).not.toContain(choice)
      await client.delete('/api/payload-preferences?where[key][exists]=true')
      await client.patch('/api/payload-preferences?where[key][exists]=true', { value: {} })
    }
    expect(JSON.stringify((await cast.ben.client.get(key)).body)).toContain(choice)
    expect(
      (await cast.ben.client.delete('/api/payload-preferences?where[key][exists]=true')).status,
    ).toBe(200)
  })

  it('T049 are mails that say neither what a treatment is about nor that it is one', async () => {
    const { req } = await asSystem(app.payload, 'Test: what the mails say')
    const rows = await rowsOf(app, 'outbox')
    expect(rows.length).toBeGreaterThan(1)
    const clinical =
      /diagnos|depress|anxi|therap|treatment|session|symptom|risk|medicat|psych|plan\b/i
    for (const row of rows) {
      const mail = await mailOf(req, row, true)
      const own = `${mail?.subject}\n${mail?.text}`.replaceAll(/https?:\S+/g, '')
      expect(own, String(row['template'])).not.toContain(secretWord)
      expect(own.replace('Therapy Ops', ''), String(row['template'])).not.toMatch(clinical)
    }
    for (const name of Object.keys(mailTemplates)) {
      const { subject, text } = renderMail(name as keyof typeof mailTemplates, {}) // its own keys
      expect(subject, name).not.toMatch(clinical)
      if (name !== 'emergency-access')
        expect(text.replace('The practice', ''), name).not.toMatch(clinical)
    }
  })

  it('T055 are lines of the server’s log without a word of it', () => {
    app.payload.logger.error(new Error(`${secretWord} in a fault`))
    const log = app.log.lines().join('')
    expect(log).toContain('A request failed')
    expect(log).not.toContain(secretWord)
    expect(log).not.toContain('Silva')
    expect(log).not.toContain('ana@example.test')
  })

  it('T056 are rows and files in which a thief of the database reads nothing of it', async () => {
    const dump = await dumpDatabase(process.env['DATABASE_URL'] ?? '')
    const notes = Object.entries(dump).find(([table]) => /^progress.notes$/.test(table))?.[1] ?? []
    expect(notes.length).toBeGreaterThan(0)
    for (const [table, rows] of Object.entries(dump))
      for (const row of rows) expect(row.includes(secretWord), table).toBe(false)
    const folder = process.env['TEST_FOLDER'] ?? ''
    for (const name of readdirSync(folder).filter((each) => each.startsWith('test.db')))
      expect(readFileSync(join(folder, name)).includes(secretWord), name).toBe(false)
  })

  it('T057 are rows of jobs that hold ids and counts', async () => {
    await app.payload.jobs.queue({ task: 'send-mail', input: {} } as never) // slugs are typed from generated types
    await app.payload.jobs.run({ silent: true })
    for (const slug of ['payload-jobs', 'job-runs', 'outbox', 'idempotency-keys', 'tasks']) {
      const text = JSON.stringify(await rowsOf(app, slug))
      expect(text, slug).not.toContain(secretWord)
      expect(text, slug).not.toContain('Silva')
    }
    for (const { inputSchema, slug } of app.config.jobs.tasks ?? [])
      expect(inputSchema ?? [], String(slug)).toEqual([])
  })
})

describe('code inside the product', () => {
  it('T060 that reads without access control is refused, and none of ours does', async () => {
    const nobody = await createLocalReq({}, app.payload)
    await expect(app.payload.find({ collection: 'patients', req: nobody })).rejects.toThrow(
      /without access control/,
    )
    const kim = await requestAs(app, cast.kim)
    const { docs } = await app.payload.find({ collection: 'patients', req: kim, limit: 100 })
    expect(docs.map(({ id }) => id)).not.toContain(cast.bob)
    expect((await asUser(await requestAs(app, null)).find({ collection: 'pages' })).docs).toEqual(
      [],
    )
    const sources = ['src', 'collections', 'hooks', 'access']
      .flatMap((folder) => filesUnder(inRoot(folder)))
      .filter((file) => /\.tsx?$/.test(file))
    const past = sources.filter((file) => /overrideAccess:\s*true/.test(readFileSync(file, 'utf8')))
    expect(past).toEqual([])
  })
})

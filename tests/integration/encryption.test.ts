import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rotateKeys } from '@/collections/system/keyRotation/rotate'
import { sealPlanOf } from '@/hooks/sealConfidential'
import { clock } from '@/src/lib/clock'
import { destroyKeys, forgetKeys } from '@/src/lib/keys'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { testPassword } from '@/tests/support/client'
import { dumpDatabase } from '@/tests/support/dumpDatabase'
import { insert, makeStaff, type Person, read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'
import { type Caller, makeWorld, type World } from '@/tests/support/world'

const told = 'CANARY the heron flew over the harbour'
const secret = 'CANARY what nobody else may know'
const picture = Buffer.from(
  '%PDF-1.7\nCANARY in a file\nxref\ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
)

let app: TestApp
let world: World
let kim: Caller
let rosa: Person
let patient: string
let note: string
let psychotherapy: string
let file: string

const folder = (name: string): string => join(process.env[name] ?? '')

const upload = async (client: Caller['client']): Promise<string> => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(picture)], 'paper.pdf', { type: 'application/pdf' }))
  form.set('_payload', JSON.stringify({ patient, kind: 'other' }))
  const answer = await client.raw('/api/documents', { method: 'POST', body: form })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc.filename
}

const sent = async (client: Caller['client'], name: string): Promise<Buffer> => {
  const answer = await client.raw(`/api/documents/file/${name}`, { method: 'GET' })
  expect(answer.status).toBe(200)
  return Buffer.from(String(answer.body), 'latin1')
}

beforeAll(async () => {
  app = await bootApp()
  world = await makeWorld(app)
  kim = world.callers.find(({ principal }) => principal === 'clinician') as Caller // always there
  rosa = await makeStaff(app, 'Rosa Twain', ['owner'])
  patient = world.patients[0]
  const made = await kim.client.post('/api/psychotherapy-notes', { patient, text: secret })
  psychotherapy = made.body.doc.id
  const plan = await kim.client.post('/api/safety-plans', { patient, warningSigns: told })
  expect(plan.status, JSON.stringify(plan.body)).toBe(201)
  note = plan.body.doc.id
  file = await upload(kim.client)
})

afterAll(() => app.stop())

const readable = async (): Promise<void> => {
  expect((await kim.client.get(`/api/safety-plans/${note}`)).body.warningSigns).toBe(told)
  expect((await kim.client.get(`/api/psychotherapy-notes/${psychotherapy}`)).body.text).toBe(secret)
  expect((await sent(kim.client, file)).toString('latin1')).toContain('CANARY in a file')
}

const start = (kind: 'data' | 'wrapping', ring: 'general' | 'psychotherapy') =>
  rosa.client.post('/api/key-rotations/start', { kind, ring, _password: testPassword })

/** As if two minutes had passed since the last step. */
const wait = async (id: string): Promise<void> => {
  const phaseSince = new Date(clock.wall().getTime() - 121_000).toISOString()
  await app.payload.db.updateOne({
    collection: 'key-rotations',
    where: { id: { equals: id } },
    data: { phaseSince },
  })
  forgetKeys()
}

const keysOf = (ring: string) => rowsOf(app, 'data-keys', { ring })

describe('a stolen copy', () => {
  it('holds nothing that was told, written or handed in', async () => {
    const dump = JSON.stringify(await dumpDatabase(process.env['DATABASE_URL'] ?? ''))
    expect(dump).toContain(patient)
    expect(dump).not.toContain('CANARY')
    for (const name of readdirSync(join(folder('UPLOAD_DIR'), 'documents')))
      expect(readFileSync(join(folder('UPLOAD_DIR'), 'documents', name)).includes('CANARY')).toBe(
        false,
      )
    await readable()
  })
})

describe('a reason that an action keeps', () => {
  it('is encrypted, and there for those who may read it', async () => {
    const desk = world.callers.find(({ principal }) => principal === 'frontDesk') as Caller // always there
    const [row] = await rowsOf(app, 'documents', { filename: await upload(kim.client) })
    const id = String(row?.id)
    expect(row?.['title']).toMatch(/^Document, \w+ \d+, \d{4}$/)
    const voided = await desk.client.post(`/api/documents/${id}/void`, { reason: told })
    expect(voided.status, JSON.stringify(voided.body)).toBe(200)
    expect((await desk.client.get(`/api/documents/${id}`)).body.voidReason).toBe(told)
    expect(JSON.stringify(await read(app, 'documents', id))).not.toContain('CANARY')
  })
})

describe('a damaged text', () => {
  it('shows as empty with an alert, breaks no list and is never written over', async () => {
    const other = await kim.client.post('/api/safety-plans', { patient, warningSigns: 'Whole' })
    const { id } = other.body.doc
    const row = await read(app, 'safety-plans', id)
    const sealed = String(row['sealed'])
    const change = (to: string) =>
      app.payload.db.updateOne({
        collection: 'safety-plans',
        where: { id: { equals: id } },
        data: { sealed: to },
      })
    await change(`${sealed.slice(0, -8)}AAAAAAAA`)
    const list = await kim.client.get(`/api/safety-plans?where[patient][equals]=${patient}`)
    expect(list.status).toBe(200)
    expect(list.body.docs.map((doc: { warningSigns: string }) => doc.warningSigns).sort()).toEqual(
      [told, null].sort(),
    )
    const written = await kim.client.patch(`/api/safety-plans/${id}`, { warningSigns: 'New' })
    expect(written.status).toBe(409)
    expect(written.body.errors[0].message).toMatch(/cannot be read any more/)
    // A text that was moved to another record does not open there either.
    await change(String((await read(app, 'safety-plans', note))['sealed']))
    expect((await kim.client.get(`/api/safety-plans/${id}`)).body.warningSigns).toBeNull()
    await change(sealed)
    expect((await kim.client.get(`/api/safety-plans/${id}`)).body.warningSigns).toBe('Whole')
  })

  it('of a file says so and leaves the rest alone', async () => {
    const name = await upload(kim.client)
    const path = join(folder('UPLOAD_DIR'), 'documents', name)
    const bytes = readFileSync(path)
    writeFileSync(path, Buffer.concat([bytes.subarray(0, -4), randomBytes(4)]))
    const answer = await kim.client.get(`/api/documents/file/${name}`)
    expect(answer.status).toBe(409)
    expect(answer.body.errors[0].message).toMatch(/cannot be opened any more/)
    writeFileSync(path, bytes)
    expect((await kim.client.get(`/api/documents/file/${name}`)).status).toBe(200)
  })
})

describe('changing keys', () => {
  it('is the owner’s, with the password, one at a time', async () => {
    for (const { client, principal } of world.callers) {
      if (principal === 'owner') continue
      const answer = await client.post('/api/key-rotations/start', {
        kind: 'data',
        ring: 'general',
      })
      expect([401, 403, 404], principal).toContain(answer.status)
    }
    const wrong = { kind: 'all', ring: 'audit', _password: testPassword }
    expect((await rosa.client.post('/api/key-rotations/start', wrong)).status).toBe(400)
  })

  it('locks every key anew, in steps, and puts the old key aside', async () => {
    const before = await keysOf('general')
    const others = await keysOf('psychotherapy')
    const begun = await start('wrapping', 'general')
    expect(begun.status, JSON.stringify(begun.body)).toBe(201)
    expect((await start('data', 'general')).status).toBe(409)
    await rotateKeys(app.payload)
    expect(await read(app, 'key-rotations', begun.body.id)).toMatchObject({ phase: 'waiting' })
    await readable()
    // A server with the old file in its memory makes a key meanwhile.
    const late = await insert(app, 'patients', { firstName: 'L', lastName: 'L', displayName: 'L' })
    await kim.client.post('/api/safety-plans', { patient: late, warningSigns: 'Late' })
    await wait(begun.body.id)
    await rotateKeys(app.payload)
    const done = await read(app, 'key-rotations', begun.body.id)
    expect(done).toMatchObject({ phase: 'done' })
    expect(String(done['result'])).toMatch(/general\.key\.retired-[0-9a-f]{12}/)
    const after = await keysOf('general')
    const ids = new Set(after.map(({ providerKeyId }) => providerKeyId))
    expect(ids.size).toBe(1)
    expect(ids.has(before[0]?.['providerKeyId'])).toBe(false)
    for (const row of before)
      expect(after.find(({ id }) => id === row['id'])?.['wrapped']).not.toBe(row['wrapped'])
    expect(await keysOf('psychotherapy')).toEqual(others)
    const lines = readFileSync(join(folder('KEY_DIR'), 'general.key'), 'utf8')
      .trim()
      .split('\n')
    expect(lines).toHaveLength(1)
    forgetKeys()
    await readable()
  })

  it('encrypts every text and file anew, goes on after a stop and keeps what cannot be read', async () => {
    const spoilt = await kim.client.post('/api/safety-plans', { patient, warningSigns: 'Spoilt' })
    const row = await read(app, 'safety-plans', spoilt.body.doc.id)
    await app.payload.db.updateOne({
      collection: 'safety-plans',
      where: { id: { equals: row['id'] } },
      data: { sealed: `${String(row['sealed']).slice(0, -8)}AAAAAAAA` },
    })
    const sealedBefore = String((await read(app, 'safety-plans', note))['sealed'])
    const fileBefore = readFileSync(join(folder('UPLOAD_DIR'), 'documents', file))
    const kids = (await keysOf('general')).map(({ kid }) => kid)
    const begun = await start('data', 'general')
    // Stopped after every handful of keys, again and again.
    for (let turn = 0; turn < 10; turn += 1) await rotateKeys(app.payload, 0)
    expect(await read(app, 'key-rotations', begun.body.id)).toMatchObject({ phase: 'waiting' })
    await readable()
    const between = 'CANARY written in between'
    const plan = await kim.client.patch(`/api/safety-plans/${note}`, { ownSteps: between })
    expect(plan.status).toBe(200)
    await wait(begun.body.id)
    for (let turn = 0; turn < 10; turn += 1) await rotateKeys(app.payload, 0)
    expect(await read(app, 'key-rotations', begun.body.id)).toMatchObject({
      phase: 'done',
      unreadableCount: 1,
    })
    const left = await keysOf('general')
    const stillThere = left.filter(({ kid }) => kids.includes(kid))
    expect(stillThere).toHaveLength(1)
    expect(stillThere[0]).toMatchObject({ isNeeded: true, subject: `patient:${patient}` })
    expect(String((await read(app, 'safety-plans', note))['sealed'])).not.toBe(sealedBefore)
    expect(readFileSync(join(folder('UPLOAD_DIR'), 'documents', file))).not.toEqual(fileBefore)
    forgetKeys()
    await readable()
    expect((await kim.client.get(`/api/safety-plans/${note}`)).body.ownSteps).toBe(between)
    expect((await start('data', 'psychotherapy')).status).toBe(201)
    await rotateKeys(app.payload)
    await readable()
  })

  it('is written in the access log', async () => {
    const events = await rowsOf(app, 'audit-events', { collectionSlug: 'key-rotations' })
    expect(events.filter(({ action }) => action === 'rotated')).toHaveLength(2)
    expect(events.some(({ action }) => action === 'start')).toBe(true)
  })
})

describe('destroying the keys of one patient', () => {
  it('leaves nothing readable about them, and everything about the others', async () => {
    const other = await insert(app, 'patients', { firstName: 'O', lastName: 'O', displayName: 'O' })
    const lasting = await insert(app, 'safety-plans', { patient: other })
    expect(await destroyKeys(app.payload, `patient:${patient}`)).toBeGreaterThan(1)
    const plan = await kim.client.get(`/api/safety-plans/${note}`)
    expect([plan.status, plan.body.warningSigns]).toEqual([200, null])
    expect((await kim.client.get(`/api/psychotherapy-notes/${psychotherapy}`)).body.text).toBeNull()
    expect((await kim.client.get(`/api/documents/file/${file}`)).status).toBe(409)
    expect((await read(app, 'safety-plans', lasting))['id']).toBe(lasting)
    expect(sealPlanOf('safety-plans')?.ring).toBe('general')
    expect(existsSync(join(folder('UPLOAD_DIR'), 'documents', file))).toBe(true)
  })
})

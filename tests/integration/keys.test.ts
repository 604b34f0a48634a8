import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rotateKeys } from '@/collections/system/keyRotation/rotate'
import { checkKeys } from '@/src/lib/checkKeys'
import { clock } from '@/src/lib/clock'
import { env } from '@/src/lib/env'
import { globalState } from '@/src/lib/globalState'
import { forgetKeys } from '@/src/lib/keys'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { testPassword } from '@/tests/support/client'
import { makeStaff, type Person } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'
import { type Caller, makeWorld, type World } from '@/tests/support/world'

const told = 'CANARY the heron flew over the harbour'
const keyFile = (name: string): string => join(env.KEY_DIR, name)

let app: TestApp
let world: World
let kim: Caller
let rosa: Person
let plan: string

/** What a process that just started knows of its keys: nothing. */
const forgetAll = (): void => {
  globalState('ring-keys', () => new Map()).clear()
  globalState('audit-signing-key', () => ({ pair: null as unknown })).pair = null
  forgetKeys()
}

const starting = async (): Promise<string> => {
  forgetAll()
  return checkKeys(app.payload).then(
    () => '',
    (error: Error) => error.message,
  )
}

/** The sentence of a start without a file, or with another in its place; the file is put back after. */
const startWith = async (name: string, other?: string): Promise<string> => {
  const file = keyFile(name)
  renameSync(file, `${file}.away`)
  try {
    if (other) writeFileSync(file, other)
    const said = await starting()
    // A new one would be taken for the right one by whoever looks.
    expect(existsSync(file)).toBe(Boolean(other))
    return said
  } finally {
    renameSync(`${file}.away`, file)
    forgetAll()
  }
}

beforeAll(async () => {
  app = await bootApp()
  world = await makeWorld(app)
  kim = world.callers.find(({ principal }) => principal === 'clinician') as Caller // always there
  rosa = await makeStaff(app, 'Rosa Twain', ['owner'])
  const [patient] = world.patients
  const made = await kim.client.post('/api/safety-plans', { patient, warningSigns: told })
  plan = made.body.doc.id
  await kim.client.post('/api/psychotherapy-notes', { patient, text: told })
})

afterAll(() => app.stop())

const warningSigns = async (): Promise<string> =>
  (await kim.client.get(`/api/safety-plans/${plan}`)).body.warningSigns

describe('a start with the wrong keys', () => {
  it('goes through with the right ones', async () => {
    expect(await starting()).toBe('')
  })

  it('names the file that is missing, makes none in its place and changes nothing', async () => {
    for (const [name, said] of [
      ['general.key', /ring "general".*The key file general\.key is not in/],
      ['psychotherapy.key', /ring "psychotherapy".*psychotherapy\.key is not in/],
      ['audit.key', /audit\.key is not in .*access log was written with it/],
      ['audit-signing.key', /audit-signing\.key is not in .*checkpoints/],
    ] as const) {
      const before = await rowsOf(app, 'data-keys', {})
      expect(await startWith(name), name).toMatch(said)
      expect(await rowsOf(app, 'data-keys', {}), name).toEqual(before)
    }
    expect(await warningSigns()).toBe(told)
  })

  it('names the file that is another one', async () => {
    const other = Buffer.alloc(32, 7).toString('base64')
    for (const ring of ['general', 'psychotherapy'])
      expect(await startWith(`${ring}.key`, other), ring).toMatch(
        new RegExp(`ring "${ring}", file:${ring}:[0-9a-f]{12}.*${ring}\\.key lacks the key`),
      )
    expect(await startWith('audit.key', other)).toMatch(/audit\.key .*is not the one/)
    const { generateKeyPairSync } = await import('node:crypto')
    const pair = generateKeyPairSync('ed25519').privateKey
    const pem = String(pair.export({ type: 'pkcs8', format: 'pem' }))
    expect(await startWith('audit-signing.key', pem)).toMatch(/did not sign the newest checkpoints/)
    expect(await startWith('general.key', 'short')).toMatch(/must hold 32 bytes/)
  })

  it('ends the process with that sentence', async () => {
    const away = `${keyFile('general.key')}.away`
    renameSync(keyFile('general.key'), away)
    const args = ['--conditions=production', '--import', 'tsx', 'scripts/audit-verify.ts']
    const run = promisify(execFile)(process.execPath, args, { env: { ...process.env } })
    const failed = (await run.catch((error: unknown) => error)) as {
      code?: number
      stdout: string
      stderr: string
    } // what execFile rejects with
    renameSync(away, keyFile('general.key'))
    expect(failed.code).not.toBe(0)
    expect(failed.code).toBeDefined()
    expect(`${failed.stdout}${failed.stderr}`).toMatch(/general\.key is not in/)
  })

  it('or a file that goes while the server runs: no other is made in its place', async () => {
    expect(await warningSigns()).toBe(told)
    const away = `${keyFile('general.key')}.away`
    renameSync(keyFile('general.key'), away)
    const [, , theirs] = world.patients
    const leo = world.callers.find(({ principal }) => principal === 'intern')
    const answer = await leo?.client.post('/api/safety-plans', {
      patient: theirs,
      warningSigns: 'New',
    })
    expect(answer?.status).toBe(500)
    expect(existsSync(keyFile('general.key'))).toBe(false)
    renameSync(away, keyFile('general.key'))
    expect(await warningSigns()).toBe(told)
  })
})

describe('a text that does not open', () => {
  it('is told to compliance at once and once, in the log of accesses too, and breaks no list', async () => {
    const [patient] = world.patients
    const row = await app.payload.db.findOne<{ id: string; sealed: string }>({
      collection: 'safety-plans',
      where: { id: { equals: plan } },
    })
    const put = (sealed: string) =>
      app.payload.db.updateOne({ collection: 'safety-plans', id: plan, data: { sealed } })
    await put(`${row?.sealed.slice(0, -8)}AAAAAAAA`)
    const list = `/api/safety-plans?where[patient][equals]=${patient}`
    for (let time = 0; time < 3; time += 1) {
      const answer = await kim.client.get(list)
      expect([answer.status, answer.body.docs[0].warningSigns]).toEqual([200, null])
    }
    await expect
      .poll(() => rowsOf(app, 'tasks', { kind: 'damaged-record' }), { timeout: 10_000 })
      .toHaveLength(1)
    const [task] = await rowsOf(app, 'tasks', { kind: 'damaged-record' })
    expect(task).toMatchObject({
      assignedRole: 'compliance',
      isUrgent: true,
      collectionSlug: 'safety-plans',
      recordId: plan,
    })
    expect(String(task?.['title'])).not.toContain('Silva')
    const events = await rowsOf(app, 'audit-events', { action: 'found-damaged' })
    expect(events).toHaveLength(1)
    await put(String(row?.sealed))
    expect(await warningSigns()).toBe(told)
  })
})

// A key service in small: a program of its own that keeps the wrapping keys to itself.
const service = `#!${process.execPath}
const { createCipheriv, createDecipheriv, randomBytes } = require('node:crypto')
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const [, , question] = process.argv
const { ring, subject, key, wrapped, keyId, after } = JSON.parse(readFileSync(0, 'utf8'))
const file = __dirname + '/' + ring + '.json'
const keys = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
const make = () => {
  keys.unshift({ id: 'kms:' + randomBytes(4).toString('hex'), key: randomBytes(32).toString('hex') })
  writeFileSync(file, JSON.stringify(keys))
}
if (!keys.length) make()
const say = (answer) => process.stdout.write(JSON.stringify(answer))
if (question === 'key-id') say({ keyId: keys[0].id })
if (question === 'wrap') {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(keys[0].key, 'hex'), iv).setAAD(Buffer.from(subject))
  const body = Buffer.concat([cipher.update(key, 'base64'), cipher.final()])
  say({ keyId: keys[0].id, wrapped: Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64') })
}
if (question === 'unwrap') {
  const found = keys.find(({ id }) => id === keyId)
  if (!found) {
    process.stderr.write('There is no key ' + keyId + '.')
    process.exit(3)
  }
  const bytes = Buffer.from(wrapped, 'base64')
  const open = createDecipheriv('aes-256-gcm', Buffer.from(found.key, 'hex'), bytes.subarray(0, 12))
  open.setAAD(Buffer.from(subject)).setAuthTag(bytes.subarray(-16))
  say({ key: Buffer.concat([open.update(bytes.subarray(12, -16)), open.final()]).toString('base64') })
}
if (question === 'rotate') {
  if (keys[0].id === after) make()
  say({ keyId: keys[0].id })
}
if (question === 'retire') {
  const retired = keys.splice(1).map(({ id }) => id)
  writeFileSync(file, JSON.stringify(keys))
  say({ retired })
}
`

describe('a key service in the place of the files', () => {
  const folder = join(process.env['TEST_FOLDER'] ?? '', 'service')
  const start = () =>
    rosa.client.post('/api/key-rotations/start', {
      kind: 'wrapping',
      ring: 'general',
      _password: testPassword,
    })

  it('locks and opens every key, changes its own, and says what it cannot open', async () => {
    mkdirSync(folder)
    const program = join(folder, 'service.cjs')
    writeFileSync(program, service)
    chmodSync(program, 0o700)
    env.KEY_COMMAND = program
    forgetAll()
    // The keys that files locked are not the service's to open: it says so and nothing starts.
    expect(await starting()).toMatch(
      /ring "general".*KEY_COMMAND did not answer "unwrap": There is no key file:general:/,
    )
    const [, , theirs] = world.patients
    const leo = world.callers.find(({ principal }) => principal === 'intern') as Caller // always there
    const made = await leo.client.post('/api/safety-plans', { patient: theirs, warningSigns: told })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id } = made.body.doc
    forgetKeys()
    expect((await leo.client.get(`/api/safety-plans/${id}`)).body.warningSigns).toBe(told)
    const [row] = await rowsOf(app, 'data-keys', { subject: `patient:${theirs}` })
    expect(String(row?.['providerKeyId'])).toMatch(/^kms:/)
    // Without the files' own keys, as in a practice that began with the service.
    await app.payload.db.deleteMany({
      collection: 'data-keys',
      where: { providerKeyId: { like: 'file:' } },
    })
    expect(await starting()).toBe('')
    const begun = await start()
    expect(begun.status, JSON.stringify(begun.body)).toBe(201)
    await rotateKeys(app.payload)
    await app.payload.db.updateOne({
      collection: 'key-rotations',
      id: begun.body.id,
      data: { phaseSince: new Date(clock.wall().getTime() - 121_000).toISOString() },
    })
    forgetKeys()
    await rotateKeys(app.payload)
    const [after] = await rowsOf(app, 'data-keys', { subject: `patient:${theirs}` })
    expect(after?.['providerKeyId']).not.toBe(row?.['providerKeyId'])
    expect(JSON.parse(readFileSync(join(folder, 'general.json'), 'utf8'))).toHaveLength(1)
    forgetKeys()
    expect((await leo.client.get(`/api/safety-plans/${id}`)).body.warningSigns).toBe(told)
    writeFileSync(program, `#!${process.execPath}\nprocess.stdout.write('no')`)
    forgetAll()
    expect(await starting()).toMatch(/its answer is not the JSON/)
    env.KEY_COMMAND = undefined
  })
})

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { destroyCharts } from '@/collections/records/retention/destroy/destroyCharts'
import {
  collectionsOfChart,
  staysAfterDestruction,
} from '@/collections/records/retention/destroy/whatGoes'
import { makeDestructionList } from '@/collections/records/retention/makeDestructionList'
import { verifyLog } from '@/hooks/audit/verify'
import { closeAuditChain } from '@/hooks/audit/writer'
import { sealPlanOf } from '@/hooks/sealConfidential'
import { clock } from '@/src/lib/clock'
import { armFault } from '@/src/lib/faults'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf, testPassword } from '@/tests/support/client'
import { insert, makeStaff, type Person, read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'
import { holds, rawStore } from '@/tests/support/rawStore'
import { canary, makeWorld, plantRow, type World } from '@/tests/support/world'

// Long after the last service of everybody here: adults of 2026, seven and ten years.
const later = new Date('2040-06-03T16:00:00.000Z')

const anasMail = 'canary.of.ana@mail.test'

let app: TestApp
let world: World
let rosa: Person
let sam: Person
let both: Person
let ana: string
let bob: string
let cam: string

const clientFor = (principal: string): Client => {
  const caller = world.callers.find((each) => each.principal === principal)
  if (!caller) throw new Error(`Nobody is ${principal}`)
  return caller.client
}

const paper = (patient: string): FormData => {
  const text = `%PDF-1.7\nCANARY.file.${patient}.\nxref\ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`
  const form = new FormData()
  form.set('file', new File([text], 'paper.pdf', { type: 'application/pdf' }))
  form.set('_payload', JSON.stringify({ patient, kind: 'other' }))
  return form
}

const hold = (patient: string, status = 'active'): Promise<string> =>
  insert(app, 'legal-holds', {
    uniqueKey: `hold|${patient}|${status}`,
    patient,
    status,
    reasonCode: 'lawyer',
    placedAt: '2026-04-01T10:00:00.000Z',
  })

beforeAll(async () => {
  app = await bootApp()
  world = await makeWorld(app)
  ;[ana, bob, cam] = world.patients
  rosa = await makeStaff(app, 'Rosa Twain', ['owner'])
  sam = await makeStaff(app, 'Sam Hill', ['compliance'])
  both = await makeStaff(app, 'Olive Both', ['owner', 'compliance'])
  // A row of every collection of a chart for Ana and for Bob, a canary in each of its texts.
  const planted = collectionsOfChart(app.payload).filter(({ slug }) => slug !== 'portal-users')
  for (const index of [0, 1]) {
    for (const { slug } of planted) {
      if (slug === 'legal-holds' || slug === 'destruction-lines') continue
      const config = app.payload.collections[slug]?.config
      if (config) await plantRow(app, world, config, index)
    }
  }
  await clientFor('patient').raw('/api/documents', { method: 'POST', body: paper(ana) })
  await clientFor('frontDesk').raw('/api/documents', { method: 'POST', body: paper(bob) })
  await app.payload.db.updateOne({
    collection: 'patients',
    id: ana,
    data: { phone: 'CANARY.phone.' },
  })
  await app.payload.db.updateOne({
    collection: 'portal-users',
    where: { patient: { equals: ana } },
    data: { email: anasMail },
  })
  await insert(app, 'overrides', {
    uniqueKey: 'o1',
    ruleId: 'R07',
    ruleMessage: 'CANARY.override.0.',
    collectionSlug: 'patients',
    recordId: ana,
    door: 'rest',
    at: '2026-01-05T10:00:00.000Z',
  })
  await hold(bob)
  clock.startAt(later)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const approve = (person: Person, list: string) =>
  person.client.post(`/api/destruction-lists/${list}/approve`, { _password: testPassword })

const sentence = (answer: { body: { errors?: { message: string }[] } }): string =>
  answer.body.errors?.[0]?.message ?? ''

const onlyList = async () => {
  const lists = await rowsOf(app, 'destruction-lists')
  expect(lists).toHaveLength(1)
  return lists[0] as (typeof lists)[number] // counted above
}

describe('R67 the list of charts whose time is over', () => {
  it('names those past the longest rule, once, without those on legal hold, and asks two roles', async () => {
    expect(await makeDestructionList(app.payload)).toBe('1 chart listed')
    await makeDestructionList(app.payload)
    const list = await onlyList()
    const lines = await rowsOf(app, 'destruction-lines')
    expect(lines).toMatchObject([
      { list: list.id, patient: ana, status: 'listed', keptUntil: '2036-01-05' },
    ])
    expect(String(lines[0]?.['basis'])).toContain('10 years from the last service')
    const tasks = await rowsOf(app, 'tasks', { collectionSlug: 'destruction-lists' })
    expect(tasks.map(({ assignedRole }) => assignedRole).sort()).toEqual(['compliance', 'owner'])
    const upcoming = await sam.client.get('/api/destruction-lists/upcoming')
    expect(upcoming.body).toMatchObject({ due: 2, unknown: [{ charts: 1 }] })
    expect((await clientFor('director').get('/api/destruction-lists/upcoming')).status).toBe(403)
  })

  it('is approved by compliance and the owner, never by one person in both roles', async () => {
    const { id } = await onlyList()
    for (const role of ['director', 'clinician', 'frontDesk', 'biller', 'patient'])
      expect([401, 403, 404]).toContain(
        (await clientFor(role).post(`/api/destruction-lists/${id}/approve`, {})).status,
      )
    const held = await hold(ana)
    const refused = await approve(rosa, id)
    expect([refused.status, sentence(refused)]).toEqual([
      422,
      '1 of the 1 charts is on legal hold and cannot be destroyed. Take it off the list first.',
    ])
    await app.payload.db.updateOne({
      collection: 'legal-holds',
      id: held,
      data: { status: 'lifted' },
    })
    expect((await approve(both, id)).body.status).toBe('half')
    const again = await approve(both, id)
    expect([again.status, sentence(again)]).toEqual([
      422,
      'You have approved this list as compliance. Somebody else has to approve it as the owner.',
    ])
    const second = await approve(sam, id)
    expect([second.status, sentence(second)]).toEqual([
      422,
      'Compliance has approved this list already.',
    ])
    expect(await destroyCharts(app.payload)).toBe('0 charts')
    expect((await approve(rosa, id)).body.status).toBe('approved')
    expect((await approve(rosa, id)).status).toBe(409)
    const open = await rowsOf(app, 'tasks', { collectionSlug: 'destruction-lists', status: 'open' })
    expect(open).toEqual([])
  })
})

/** Canaries of the patient with this index that are still there, by collection and column. */
const left = async (index: number): Promise<string[]> => {
  const store = await rawStore(app)
  return collectionsOfChart(app.payload).flatMap(({ slug }) => {
    const fields = app.payload.collections[slug]?.config.flattenedFields ?? []
    const sealed = sealPlanOf(slug)?.fields ?? []
    return fields
      .filter(({ name }) => !sealed.includes(name))
      .filter(({ name }) => holds(store, canary(slug, name, index)))
      .map(({ name }) => `${slug}.${name}`)
  })
}

describe('R67 destroying a chart', () => {
  it('leaves alone what came on hold or into care again since it was approved', async () => {
    const { id } = await onlyList()
    const [line] = await rowsOf(app, 'destruction-lines')
    const back = (set: Record<string, unknown>) =>
      app.payload.db.updateOne({ collection: 'destruction-lines', id: String(line?.id), data: set })
    const held = await insert(app, 'legal-holds', {
      uniqueKey: 'hold|late',
      patient: ana,
      status: 'active',
      reasonCode: 'lawyer',
      placedAt: '2040-06-03T10:00:00.000Z',
    })
    expect(await destroyCharts(app.payload)).toBe('0 charts')
    expect((await read(app, 'destruction-lines', String(line?.id)))['status']).toBe('held')
    await app.payload.db.updateOne({
      collection: 'legal-holds',
      id: held,
      data: { status: 'lifted' },
    })
    await back({ status: 'listed' })
    const [visit] = await rowsOf(app, 'appointments', { patient: ana })
    const visitOn = (serviceDate: string) =>
      app.payload.db.updateOne({
        collection: 'appointments',
        id: String(visit?.id),
        data: { serviceDate },
      })
    await visitOn('2039-01-05')
    await app.payload.db.updateOne({
      collection: 'destruction-lists',
      id,
      data: { status: 'approved' },
    })
    expect(await destroyCharts(app.payload)).toBe('0 charts')
    expect((await read(app, 'destruction-lines', String(line?.id)))['status']).toBe('notDue')
    await visitOn('2026-01-05')
    await back({ status: 'listed' })
    await app.payload.db.updateOne({
      collection: 'destruction-lists',
      id,
      data: { status: 'approved' },
    })
    expect(await left(0)).not.toEqual([])
  })

  it('goes on after a crash and leaves nothing of it in database and files, and everything of others', async () => {
    const before = await left(1)
    const keysOfBob = await rowsOf(app, 'data-keys', { subject: `patient:${bob}` })
    for (const point of ['destroy-chart:before', 'destroy-chart:after']) {
      armFault(point)
      await expect(destroyCharts(app.payload)).rejects.toThrow(point)
    }
    expect(await destroyCharts(app.payload)).toBe('1 charts')
    const [line] = await rowsOf(app, 'destruction-lines')
    expect(line).toMatchObject({ status: 'destroyed', filesDestroyed: 2 })
    expect(Number(line?.['rowsDestroyed'])).toBeGreaterThan(30)
    expect(Number(line?.['keysDestroyed'])).toBeGreaterThan(1)
    expect((await onlyList())['status']).toBe('done')
    // Whoever keeps a copy is told by id what to drop, once.
    const told = await rowsOf(app, 'removed-records')
    expect(new Set(told.map(({ recordId }) => recordId)).size).toBe(told.length)
    expect(told.length).toBeGreaterThanOrEqual(Number(line?.['rowsDestroyed']))
    expect(told.map(({ collectionSlug }) => collectionSlug)).toContain('progress-notes')

    const stays = Object.keys(staysAfterDestruction)
    expect((await left(0)).filter((each) => !stays.includes(each.split('.')[0] ?? ''))).toEqual([])
    const store = await rawStore(app)
    for (const text of ['CANARY.phone.', 'CANARY.override.0.', anasMail, 'Silva'])
      expect(holds(store, text), text).toBe(false)
    for (const { slug } of collectionsOfChart(app.payload).filter(
      ({ slug: each }) => !staysAfterDestruction[each],
    ))
      expect(await rowsOf(app, slug, { patient: ana }), slug).toEqual([])
    expect(await rowsOf(app, 'data-keys', { subject: `patient:${ana}` })).toEqual([])

    expect(await left(1)).toEqual(before)
    expect(holds(store, 'Reyes')).toBe(true)
    expect(await rowsOf(app, 'data-keys', { subject: `patient:${bob}` })).toEqual(keysOfBob)
    const files = readdirSync(join(process.env['UPLOAD_DIR'] ?? '', 'documents'))
    const [theirs] = (await rowsOf(app, 'documents', { patient: bob }))
      .map(({ filename }) => String(filename))
      .filter((name) => files.includes(name))
    const kept = await clientFor('frontDesk').get(`/api/documents/file/${theirs}`)
    expect([kept.status, String(kept.body).includes(`CANARY.file.${bob}.`)]).toEqual([200, true])
    expect(files).toHaveLength(1)
    expect(existsSync(join(process.env['UPLOAD_DIR'] ?? '', 'documents'))).toBe(true)
  })

  it('leaves an empty patient, a closed account and the access log', async () => {
    expect(await read(app, 'patients', ana)).toMatchObject({
      status: 'destroyed',
      displayName: 'Destroyed chart',
      dateOfBirth: null,
      phone: null,
    })
    const door = await clientOf(app).post('/api/auth/portal/login', {
      email: anasMail,
      password: testPassword,
    })
    expect(door.status).toBe(401)
    expect((await clientFor('patient').get(`/api/patients/${ana}`)).status).not.toBe(200)
    const log = await sam.client.get(`/api/audit-events/search?patient=${ana}`)
    expect(log.status).toBe(200)
    const events = await rowsOf(app, 'audit-events', { action: 'destroy-chart' })
    expect(events.map(({ outcome }) => outcome)).toContain('done')
    expect(await rowsOf(app, 'audit-events', { patient: ana })).not.toEqual([])
    await closeAuditChain(app.payload)
    expect((await verifyLog(app.payload)).problems).toEqual([])
    expect(await makeDestructionList(app.payload)).toBe('nothing is due')
    expect(cam).not.toBe('')
  })

  it('is certified, without a name, for compliance and the owner', async () => {
    const { id } = await onlyList()
    const answer = await sam.client.get(`/api/destruction-lists/${id}/certificate`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(String(answer.body).startsWith('%PDF-1.7')).toBe(true)
    expect(
      (await clientFor('director').get(`/api/destruction-lists/${id}/certificate`)).status,
    ).toBe(403)
  })
})

describe('R67 whatever is kept about a patient', () => {
  it('is destroyed with the chart or named with the reason why it stays', () => {
    const slugs = collectionsOfChart(app.payload).map(({ slug }) => slug)
    for (const slug of Object.keys(staysAfterDestruction)) expect(slugs).toContain(slug)
    // A list of several patients in one row could not be destroyed for one of them.
    const many = app.config.collections.filter(({ flattenedFields }) =>
      flattenedFields.some(
        (each) =>
          'relationTo' in each &&
          each.relationTo === 'patients' &&
          'hasMany' in each &&
          each.hasMany,
      ),
    )
    expect(many.map(({ slug }) => slug)).toEqual([])
  })
})

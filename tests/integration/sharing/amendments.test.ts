import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/access/asSystem'
import { amendmentStatements } from '@/collections/records/sharing/amendments/amendmentStatements'
import { chartOf } from '@/collections/records/sharing/exports/content/chartOf'
import { factReader } from '@/hooks/facts'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addDiagnosis, type Chart, freshPasswords, makeChart } from '@/tests/support/chart'
import { notePath, notesOf } from '@/tests/support/notes'
import { makeProxy, makeStaff, type Person, read } from '@/tests/support/people'
import { done } from '@/tests/support/plans'
import { docsOf, portalDoor } from '@/tests/support/portal'
import { freezeAt, rowsOf } from '@/tests/support/practice'
import { addAmendment, addDisclosure } from '@/tests/support/sharing'

let app: TestApp
let chart: Chart
let sam: Person
let note: string

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  sam = await makeStaff(app, 'Sam', ['compliance'])
  await addDiagnosis(app, chart.ana)
  note = await notesOf(app, () => chart).draft({ by: chart.kim, patient: chart.ana })
  await done(chart.kim, notePath(note, 'sign'))
  await done(chart.kim, notePath(note, 'share'))
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const sentence = ({ body }: { body: { errors?: { message: string }[] } }): string =>
  (body.errors ?? []).map(({ message }) => message).join(' ')

const ask = (more: Record<string, unknown> = {}) =>
  chart.portal.client.post('/api/amendment-requests/ask', {
    about: 'identity',
    wrong: 'My first name is spelled wrong.',
    wish: 'Anna.',
    ...more,
  })

const on = (person: Person, id: string, verb: string, body: Record<string, unknown> = {}) =>
  person.client.post(`/api/amendment-requests/${id}/${verb}`, body)

const denial = { denialGround: 'accurate', denialReason: 'It is what you said on that day.' }

/** What would leave with a disclosure of these parts. */
const statementsIn = async (classes: string, withPart2 = false) => {
  const { req } = await asSystem(app.payload, 'Test: statements')
  const sections = await amendmentStatements(factReader(req), {
    patient: chart.ana,
    classes,
    withPart2,
  })
  return sections.flatMap(({ entries }) => entries.flatMap(({ texts }) => texts))
}

describe('AM-1 R62 a request to change the record', () => {
  it('is made by the patient, has sixty days, and is work for compliance and for who wrote the note', async () => {
    expect(sentence(await ask({ wrong: '' }))).toContain('wrong or missing')
    expect(sentence(await ask({ note: chart.bob }))).toContain('shared with you')
    const asked = await ask({ note, wrong: 'I did not say that.', wish: 'I said the opposite.' })
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    expect(await read(app, 'amendment-requests', asked.body.id)).toMatchObject({
      patient: chart.ana,
      about: 'notes',
      note,
      receivedOn: '2026-04-14',
      dueOn: '2026-06-13',
      status: 'open',
    })
    const tasks = await rowsOf(app, 'tasks', { recordId: asked.body.id })
    expect(tasks.map(({ assignee, assignedRole }) => assignee ?? assignedRole).sort()).toEqual(
      [chart.kim.id, 'compliance'].sort(),
    )
    for (const task of tasks) expect(String(task['title'])).not.toContain('opposite')
    for (const person of [chart.kim, chart.ben, chart.rosa])
      expect((await on(person, asked.body.id, 'deny', denial)).status).toBe(403)
    expect((await on(chart.theo, asked.body.id, 'deny', denial)).status).toBe(404)
    // The front desk enters letters and reads nothing of what they say.
    const { body } = await chart.ben.client.get(`/api/amendment-requests/${asked.body.id}`)
    expect(body).not.toHaveProperty('wrong')
    expect((await sam.client.get(`/api/amendment-requests/${asked.body.id}`)).body.wrong).toBe(
      'I did not say that.',
    )
  })

  it('is accepted by an addendum beside what was signed, which stays as it was', async () => {
    const [row] = await rowsOf(app, 'amendment-requests', { note, status: 'open' })
    const id = String(row?.['id'])
    const before = await read(app, 'progress-notes', note)
    const early = await on(sam, id, 'accept', { answer: 'It was put right.' })
    expect([early.status, sentence(early)]).toEqual([
      422,
      expect.stringContaining('writes and signs one first'),
    ])
    await freshPasswords(app)
    const added = await done(chart.kim, '/api/addenda', {
      note,
      kind: 'patientRequest',
      text: 'Ana says that she said the opposite.',
    })
    const addendum = String(added.body.doc.id)
    await done(chart.kim, `/api/addenda/${addendum}/sign`)
    const accepted = await on(sam, id, 'accept', {
      answer: 'Your therapist added what you said.',
      told: 'Dr Lee, by phone.',
    })
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    expect(await read(app, 'amendment-requests', id)).toMatchObject({
      status: 'accepted',
      addendum,
      closedBy: sam.id,
    })
    const after = await read(app, 'progress-notes', note)
    for (const name of ['contentHash', 'sealed', 'signedAt', 'status'])
      expect(after[name], name).toEqual(before[name])
    const open = await rowsOf(app, 'tasks', { recordId: id, status: 'open' })
    expect(open).toEqual([])
    const [seen] = docsOf(
      await portalDoor(app, chart.portal.client.cookie)('GET', '/amendment-requests'),
    )
    expect(seen).toMatchObject({ answer: 'Your therapist added what you said.' })
  })

  it('is denied on a ground of the law; then the statement of the patient leaves with that part', async () => {
    const asked = await ask({ note, wrong: 'I was not late.', wish: 'I came on time.' })
    const id = String(asked.body.id)
    expect(sentence(await on(sam, id, 'deny', { denialReason: 'No.' }))).toContain('ground')
    expect((await on(chart.portal, id, 'disagree', { statement: 'No!' })).status).toBe(409)
    expect((await on(sam, id, 'deny', denial)).status).toBe(200)
    expect(await statementsIn('notes plans')).toEqual([])
    const said = await on(chart.portal, id, 'disagree', { statement: 'The clock was wrong.' })
    expect(said.status, JSON.stringify(said.body)).toBe(200)
    expect((await statementsIn('notes')).map(({ text }) => text)).toEqual([
      'I was not late.',
      'I came on time.',
      'It is what you said on that day.',
      'The clock was wrong.',
    ])
    expect(await statementsIn('plans diagnoses')).toEqual([])
    const disclosure = await read(
      app,
      'disclosures',
      await addDisclosure(app, chart.ana, { classes: 'notes' }),
    )
    const system = await asSystem(app.payload, 'Test: a chart that leaves')
    const model = await chartOf(system, { disclosure, contents: [] })
    expect(JSON.stringify(model.sections)).toContain('The clock was wrong.')
  })

  it('of a Part 2 record is said only where such records go along', async () => {
    await app.payload.db.updateMany({
      collection: 'amendment-requests',
      where: { status: { equals: 'denied' } },
      data: { isPart2: true },
    })
    expect(await statementsIn('notes')).toEqual([])
    expect(await statementsIn('notes', true)).toHaveLength(4)
  })

  it('is extended once, by thirty days, before the day is over', async () => {
    const id = await addAmendment(app, chart.ana)
    const why = { extensionReason: 'The author is on leave.' }
    expect((await on(sam, id, 'extend', why)).status).toBe(200)
    expect((await read(app, 'amendment-requests', id))['dueOn']).toBe('2026-07-09')
    const twice = await on(sam, id, 'extend', why)
    expect([twice.status, sentence(twice)]).toEqual([422, expect.stringContaining('once already')])
    const late = await addAmendment(app, chart.ana, { dueOn: '2026-04-13' })
    expect(sentence(await on(sam, late, 'extend', why))).toContain('Apr 13, 2026')
    freezeAt('2026-04-14T17:00:00.000Z')
  })

  it('PR-1 is made by who acts for the patient with the right to records, and by no other', async () => {
    const parent = (email: string, more: Record<string, unknown> = {}) =>
      makeProxy(app, { patient: chart.ana, email, ...more })
    const mother = await parent('mira.asks@example.test')
    const father = await parent('finn.asks@example.test')
    const payer = await parent('pays.only@example.test', { mayReadRecords: false })
    const hidden = await notesOf(app, () => chart).draft({ by: chart.kim, patient: chart.ana })
    const askFor = ({ client }: Person, more: Record<string, unknown> = {}) =>
      client.post('/api/amendment-requests/ask', {
        about: 'identity',
        wrong: 'Her name is spelled wrong.',
        wish: 'Anna.',
        ...more,
      })
    expect((await askFor(payer)).status).toBe(404)
    // A note that is not shared with them answers like one that does not exist.
    for (const unseen of [hidden, chart.bob])
      expect(sentence(await askFor(mother, { note: unseen }))).toContain('shared with you')
    await freshPasswords(app)
    await done(chart.kim, notePath(note, 'hide'), { from: 'proxies', reason: 'Not safe.' })
    expect(sentence(await askFor(mother, { note }))).toContain('shared with you')

    const asked = await askFor(mother)
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    const id = String(asked.body.id)
    expect(await read(app, 'amendment-requests', id)).toMatchObject({
      patient: chart.ana,
      portalUser: mother.id,
      status: 'open',
    })
    const listOf = async ({ client }: Person) =>
      docsOf(await portalDoor(app, client.cookie)('GET', '/amendment-requests')).map(
        (row) => row.id,
      )
    // Neither what the patient asked, nor what the other parent did.
    expect(await listOf(mother)).toEqual([id])
    expect(await listOf(father)).toEqual([])
    expect(await listOf(payer)).toEqual([])
    expect(await listOf(chart.portal)).toContain(id)
    for (const verb of ['withdraw', 'disagree'])
      expect((await on(father, id, verb, { statement: 'No.' })).status, verb).toBe(404)

    expect((await on(sam, id, 'deny', denial)).status).toBe(200)
    const told = await rowsOf(app, 'outbox', {
      uniqueKey: `something-to-read|amendment-denied|${id}`,
    })
    expect(told.map(({ recipientId }) => recipientId)).toEqual([mother.id])
    const [seen] = docsOf(await portalDoor(app, mother.client.cookie)('GET', '/amendment-requests'))
    expect(seen).toMatchObject({ denialReason: denial.denialReason })
    expect((await on(mother, id, 'disagree', { statement: 'I gave her that name.' })).status).toBe(
      200,
    )
    const said = (await statementsIn('identity')).find(({ text }) => text.includes('gave her'))
    expect(said?.label).toBe('Statement of who acts for the patient')
  })

  it('PR-1 is out of reach for who acted for the patient once that has ended', async () => {
    const friend = await makeProxy(app, { patient: chart.ana, email: 'ended.asks@example.test' })
    const asked = await friend.client.post('/api/amendment-requests/ask', {
      about: 'other',
      wrong: 'The dates.',
      wish: 'Others.',
    })
    const id = String(asked.body.id)
    await done(chart.ben, `/api/proxies/${friend.proxy}/revoke`, { reason: 'patientAsked' })
    expect((await on(friend, id, 'withdraw')).status).toBe(404)
    const answered = await on(sam, id, 'accept', { answer: 'They were put right.' })
    expect(answered.status, JSON.stringify(answered.body)).toBe(200)
    const told = await rowsOf(app, 'outbox', {
      uniqueKey: `something-to-read|amendment-accepted|${id}`,
    })
    expect(told).toEqual([])
    expect(
      docsOf(await portalDoor(app, friend.client.cookie)('GET', '/amendment-requests')),
    ).toEqual([])
  })

  it('that came by letter runs from the day it came', async () => {
    const enter = (receivedOn: string) =>
      chart.ben.client.post('/api/amendment-requests/enter', {
        patient: chart.ana,
        about: 'other',
        channel: 'letter',
        receivedOn,
        wrong: 'The dates are mixed up.',
      })
    expect(sentence(await enter('2026-04-15'))).toContain('still to come')
    const entered = await enter('2026-04-01')
    expect(entered.status, JSON.stringify(entered.body)).toBe(201)
    expect((await read(app, 'amendment-requests', entered.body.id))['dueOn']).toBe('2026-05-31')
    const { client } = chart.portal
    expect(
      (await client.post(`/api/amendment-requests/${entered.body.id}/withdraw`, {})).status,
    ).toBe(200)
  })
})

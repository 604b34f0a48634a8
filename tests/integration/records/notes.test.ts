import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  addPatient,
  type Chart,
  freshPasswords,
  makeChart,
  wholeNote,
} from '@/tests/support/chart'
import { notePath, notesOf } from '@/tests/support/notes'
import { insert, read } from '@/tests/support/people'
import { race, requestAs, rowsOf } from '@/tests/support/practice'

let app: TestApp
let chart: Chart
let draft: ReturnType<typeof notesOf>['draft']
let newSession: ReturnType<typeof notesOf>['newSession']

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  await addDiagnosis(app, chart.ana)
  ;({ draft, newSession } = notesOf(app, () => chart))
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

describe('a new note', () => {
  it('starts from its session: times, code, techniques, diagnosis', async () => {
    const id = await draft({}, {})
    const { body } = await chart.kim.client.get(notePath(id))
    expect(body).toMatchObject({
      kind: 'session',
      patient: chart.ana,
      author: chart.kim.id,
      minutes: 50,
      serviceCode: '90834',
      placeOfService: '11',
      techniqueTags: 'cbt.exposure',
      intervention: 'Exposure.',
      status: 'draft',
    })
    expect(body.diagnosisIds.split(' ')).toHaveLength(1)
  })

  it('answers a save with its texts', async () => {
    const id = await draft({}, { reported: 'First words.' })
    const saved = await chart.kim.client.patch(notePath(id), { assessment: 'Better.' })
    expect(saved.body.doc).toMatchObject({ reported: 'First words.', assessment: 'Better.' })
  })

  it('is the only one of its session, also for five who write it at once', async () => {
    const session = await newSession()
    const answers = await race(chart.kim.client, '/api/progress-notes', { session })
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await rowsOf(app, 'progress-notes', { session })).toHaveLength(1)
    const later = await chart.kim.client.post('/api/progress-notes', { session })
    expect(later.status).toBe(409)
    expect(later.body.errors[0].fixUrl).toContain('/admin/collections/progress-notes/')
  })

  it('is refused for an intake, an unknown or a foreign session, and without one', async () => {
    const intake = await newSession({ session: { isIntake: true } })
    expect((await chart.kim.client.post('/api/progress-notes', { session: intake })).status).toBe(
      422,
    )
    const foreign = await newSession({ by: chart.theo, patient: chart.bob })
    expect((await chart.kim.client.post('/api/progress-notes', { session: foreign })).status).toBe(
      400,
    )
    expect(
      (await chart.kim.client.post('/api/progress-notes', { session: 'nothing' })).status,
    ).toBe(400)
    expect((await chart.kim.client.post('/api/progress-notes', {})).status).toBe(400)
    expect(await rowsOf(app, 'progress-notes', { patient: chart.bob })).toHaveLength(0)
  })

  it('names only diagnoses of the patient and techniques that exist', async () => {
    const foreign = await addDiagnosis(app, chart.bob)
    const id = await draft()
    expect((await chart.kim.client.patch(notePath(id), { diagnosisIds: foreign })).status).toBe(400)
    expect((await chart.kim.client.patch(notePath(id), { techniqueTags: 'magic' })).status).toBe(
      400,
    )
  })

  it('may be about a call', async () => {
    const answer = await chart.kim.client.post('/api/progress-notes', {
      kind: 'contact',
      patient: chart.ana,
      contactKind: 'phone',
      contactMinutes: 5,
      contactWith: 'Ana',
      reported: 'Asked to move the visit.',
    })
    expect(answer.status).toBe(201)
    const { id } = answer.body.doc
    expect((await chart.kim.client.get(notePath(id, 'readiness'))).body.isReady).toBe(true)
    expect((await chart.kim.client.post(notePath(id, 'sign'))).status).toBe(200)
  })

  it('says what is ready and what is missing', async () => {
    const id = await draft({}, {})
    const open = await chart.kim.client.get(notePath(id, 'readiness'))
    expect(open.body.isReady).toBe(false)
    const missing = open.body.checks
      .filter((check: { ok: boolean }) => !check.ok)
      .map((check: { path: string }) => check.path)
    expect(missing).toEqual(
      expect.arrayContaining(['note.response', 'note.riskStatus', 'note.plan']),
    )
    await chart.kim.client.patch(notePath(id), wholeNote)
    expect((await chart.kim.client.get(notePath(id, 'readiness'))).body.isReady).toBe(true)
    expect((await chart.theo.client.get(notePath(id, 'readiness'))).status).toBe(404)
    expect((await chart.ben.client.get(notePath(id, 'readiness'))).status).toBe(403)
    expect((await chart.portal.client.get(notePath(id, 'readiness'))).status).toBe(404)
  })
})

const refusedByAllDoors = async (id: string, rule: string, sentence: RegExp): Promise<void> => {
  const rest = await chart.kim.client.post(notePath(id, 'sign'))
  expect(rest.status).toBe(422)
  expect(
    rest.body.errors.some(
      (each: { rule: string; message: string }) =>
        each.rule === rule && sentence.test(each.message),
    ),
  ).toBe(true)
  const graph = await chart.kim.client.graphql(
    'mutation($id: String!) { signProgressNotes(id: $id) { id } }',
    { id },
  )
  expect(JSON.stringify(graph.body.errors)).toMatch(sentence)
  await chart.kim.client.patch(notePath(id), {
    status: 'signed',
    isFinal: true,
    signedAt: '2026-01-01T00:00:00.000Z',
  })
  await chart.kim.client.graphql(
    `mutation { updateProgressNote(id: "${id}", data: { status: signed, isFinal: true }) { id } }`,
  )
  await chart.kim.client.patch(`/api/progress-notes?where[id][equals]=${id}`, {
    status: 'signed',
    isFinal: true,
  })
  const req = await requestAs(app, chart.kim)
  await asUser(req)
    .update({ collection: 'progress-notes', id, data: { status: 'signed', isFinal: true } })
    .catch(() => null)
  expect((await chart.kim.client.post(`/api/progress-notes/versions/${id}`)).status).toBe(404)
  expect((await chart.kim.client.post(notePath(id, 'duplicate'))).status).toBe(404)
  const row = await read(app, 'progress-notes', id)
  expect(row).toMatchObject({ status: 'draft', isFinal: false })
  expect(row['signedAt'] ?? null).toBeNull()
}

describe('R49 technique and response', () => {
  it('are needed before signing, by every door', async () => {
    const id = await draft({ session: { techniqueTags: '' } }, { ...wholeNote, response: '' })
    await refusedByAllDoors(id, 'R49', /Say what you did and how Ana responded/)
  })
})

describe('R51 a note is whole before it is signed', () => {
  it('needs a risk line, a next step and a diagnosis that stood on the day', async () => {
    const id = await draft({}, { ...wholeNote, riskStatus: undefined, plan: '' })
    await refusedByAllDoors(id, 'R51', /Choose the risk line/)
    const other = await addPatient(app, 'Nodx', [chart.kim])
    const bare = await draft({ patient: other })
    await refusedByAllDoors(bare, 'R51', /Add a diagnosis before signing/)
  })

  it('needs a completed session', async () => {
    const id = await draft({ session: { status: 'stopped', serviceCode: null } })
    await refusedByAllDoors(id, 'R51', /Complete the session first/)
  })

  it('asks for a plan once it is late, and for an open objective once one is in force', async () => {
    const patient = await addPatient(app, 'Late', [chart.kim])
    await addDiagnosis(app, patient)
    await newSession({ patient, hoursAgo: 45 * 24, session: { isIntake: true } })
    const id = await draft({ patient })
    await refusedByAllDoors(id, 'R51', /The treatment plan is due/)
    const plan = await insert(app, 'treatment-plans', {
      uniqueKey: `${patient}|1`,
      planKey: patient,
      patient,
      version: 1,
      status: 'active',
      effectiveDate: '2020-01-01',
      author: chart.kim.id,
    })
    await insert(app, 'plan-objectives', {
      plan,
      patient,
      key: 'objective-1',
      parentKey: 'goal-1',
      uniqueKey: `${plan}|objective-1`,
      order: 1,
      status: 'new',
    })
    await insert(app, 'plan-objectives', {
      plan,
      patient,
      key: 'objective-2',
      parentKey: 'goal-1',
      uniqueKey: `${plan}|objective-2`,
      order: 2,
      status: 'achieved',
    })
    await refusedByAllDoors(id, 'R51', /Link an objective/)
    await chart.kim.client.patch(notePath(id), { objectiveKeys: 'objective-2' })
    await refusedByAllDoors(id, 'R51', /not open in the plan in force/)
    await chart.kim.client.patch(notePath(id), { objectiveKeys: 'objective-1' })
    expect((await chart.kim.client.post(notePath(id, 'sign'))).status).toBe(200)
    expect((await read(app, 'progress-notes', id))['treatmentPlan']).toBe(plan)
    const next = await draft({ patient })
    expect((await chart.kim.client.get(notePath(next))).body.objectiveKeys).toBe('objective-1')
  })
})

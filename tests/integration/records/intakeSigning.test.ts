import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { intakeHash } from '@/collections/records/assessment/canonicalIntake'
import { factReader } from '@/hooks/facts'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  addPatient,
  addSession,
  type Chart,
  freshPasswords,
  makeChart,
} from '@/tests/support/chart'
import { intakePath, intakesOf } from '@/tests/support/intakes'
import { insert, read } from '@/tests/support/people'
import { crashAndRecover, race, requestAs, rowsOf, statuses } from '@/tests/support/practice'

let app: TestApp
let chart: Chart
let newCase: ReturnType<typeof intakesOf>['newCase']
let written: ReturnType<typeof intakesOf>['written']

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  ;({ newCase, written } = intakesOf(app, () => chart))
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

describe('signing an intake', () => {
  it('locks it (R52), drafts the plan, and counts as the note of the session', async () => {
    const of = await newCase('Ina')
    const gad = await insert(app, 'measure-responses', {
      uniqueKey: `gad-${of.patient}`,
      patient: of.patient,
      measureId: 'GAD-7',
      measureVersion: '1',
      status: 'submitted',
      submittedAt: '2026-01-01T00:00:00.000Z',
      total: 14,
    })
    const task = await insert(app, 'tasks', {
      uniqueKey: `note-due|${of.session}`,
      title: 'Write',
      kind: 'note-due',
      recordId: of.session,
      status: 'open',
    })
    const id = await written(of)
    expect((await chart.kim.client.post(intakePath(id, 'sign'))).status).toBe(200)
    const row = await read(app, 'intake-assessments', id)
    expect(row).toMatchObject({
      status: 'signed',
      isFinal: true,
      session: of.session,
      signedBy: chart.kim.id,
      author: chart.kim.id,
    })
    const reader = factReader(await requestAs(app, chart.kim))
    expect(intakeHash(await reader.text('intake-assessments', row))).toBe(row['contentHash'])
    expect((await read(app, 'tasks', task))['status']).toBe('done')
    const [plan] = await rowsOf(app, 'treatment-plans', { patient: of.patient })
    expect(plan).toMatchObject({
      version: 1,
      status: 'draft',
      author: chart.kim.id,
      intakeAssessment: id,
    })
    const shown = await chart.kim.client.get(`/api/treatment-plans/${plan?.id}`)
    expect(shown.body).toMatchObject({
      frequency: 'Frequency of sessions: as found.',
      natureOfService: 'Individual psychotherapy',
    })
    const objectives = await chart.kim.client.get(
      `/api/plan-objectives?where[plan][equals]=${plan?.id}`,
    )
    expect(objectives.body.docs[0]).toMatchObject({
      measureId: 'GAD-7',
      baselineValue: 14,
      targetValue: 7,
    })
    const goals = await chart.kim.client.get(`/api/plan-goals?where[plan][equals]=${plan?.id}`)
    expect(goals.body.docs[0].text).toBe('Sleep through the night')
    expect(gad).toBeTruthy()
  })

  it('R52 stands still by every door afterwards', async () => {
    const id = await written(await newCase('Still'))
    await chart.kim.client.post(intakePath(id, 'sign'))
    const before = await read(app, 'intake-assessments', id)
    const rest = await chart.kim.client.patch(intakePath(id), { formulation: 'Changed' })
    expect(rest.status).toBe(409)
    expect(rest.body.errors[0]).toMatchObject({
      rule: 'R52',
      message: 'This note is signed. Add an addendum.',
    })
    const graph = await chart.kim.client.graphql(
      `mutation { updateIntakeAssessment(id: "${id}", data: { formulation: "Changed" }) { id } }`,
    )
    expect(JSON.stringify(graph.body.errors)).toContain('This note is signed. Add an addendum.')
    await chart.kim.client.patch(`/api/intake-assessments?where[id][equals]=${id}`, {
      formulation: 'Changed',
    })
    await expect(
      asUser(await requestAs(app, chart.kim)).update({
        collection: 'intake-assessments',
        id,
        data: { formulation: 'Changed' },
      }),
    ).rejects.toThrow('Add an addendum')
    expect((await chart.kim.client.post(intakePath(id, 'duplicate'))).status).toBe(404)
    expect((await chart.kim.client.post(`/api/intake-assessments/versions/${id}`)).status).toBe(404)
    expect(await read(app, 'intake-assessments', id)).toEqual(before)
    const addendum = await chart.kim.client.post('/api/addenda', {
      assessment: id,
      text: 'One thing more.',
    })
    expect(addendum.status).toBe(201)
    expect((await chart.kim.client.post(`/api/addenda/${addendum.body.doc.id}/sign`)).status).toBe(
      200,
    )
  })

  it('R55 by a trainee waits for the co-signature (R56) before anything follows', async () => {
    const of = await newCase('Trainee', chart.leo)
    const id = await written(of, chart.leo)
    expect((await chart.leo.client.post(intakePath(id, 'sign'))).body.status).toBe('pendingCosign')
    expect(await rowsOf(app, 'treatment-plans', { patient: of.patient })).toHaveLength(0)
    expect((await chart.leo.client.post(intakePath(id, 'cosign'))).status).toBe(403)
    expect((await chart.leo.client.patch(intakePath(id), { formulation: 'x' })).status).toBe(409)
    expect(
      (await chart.kim.client.post(intakePath(id, 'return'), { comment: 'More on risk.' })).status,
    ).toBe(200)
    expect(
      (await chart.leo.client.patch(intakePath(id), { riskFormulation: 'Low, with reasons.' }))
        .status,
    ).toBe(200)
    expect((await chart.leo.client.post(intakePath(id, 'sign'))).status).toBe(200)
    expect(statuses(await race(chart.kim.client, intakePath(id, 'cosign')))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await read(app, 'intake-assessments', id)).toMatchObject({
      status: 'signed',
      isFinal: true,
      cosignedBy: chart.kim.id,
    })
    expect(await rowsOf(app, 'treatment-plans', { patient: of.patient })).toHaveLength(1)
  })

  it('happens once for five who press at once', async () => {
    const of = await newCase('Race')
    const id = await written(of)
    expect(statuses(await race(chart.kim.client, intakePath(id, 'sign')))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await rowsOf(app, 'treatment-plans', { patient: of.patient })).toHaveLength(1)
  })

  it.each([
    'before-commit',
    'after-commit',
    'before-note-task',
    'before-plan',
    'before-charge',
    'before-done',
  ])('survives a crash %s', async (point) => {
    const of = await newCase(`Crash ${point}`)
    const id = await written(of)
    await crashAndRecover(app, {
      point: `intake-assessments.sign:${point}`,
      call: () => chart.kim.client.post(intakePath(id, 'sign')),
    })
    expect(await read(app, 'intake-assessments', id)).toMatchObject({
      status: 'signed',
      isFinal: true,
      pendingAction: null,
    })
    const [plan, ...others] = await rowsOf(app, 'treatment-plans', { patient: of.patient })
    expect(others).toHaveLength(0)
    expect((await rowsOf(app, 'plan-problems', { plan: plan?.id })).length).toBe(1)
  })

  it('R66 more than 72 hours later is labeled', async () => {
    const patient = await addPatient(app, 'Slow', [chart.kim])
    await addDiagnosis(app, patient)
    const session = await addSession(app, {
      patient,
      clinician: chart.kim.id,
      location: chart.location,
      hoursAgo: 100,
      more: { isIntake: true },
    })
    const id = await written({
      patient,
      session,
      appointment: (await read(app, 'sessions', session))['appointment'],
    })
    const answer = await chart.kim.client.post(intakePath(id, 'sign'))
    expect(answer.body.advice.join(' ')).toContain('Will show as late entry.')
    expect((await read(app, 'intake-assessments', id))['isLateEntry']).toBe(true)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addPatient, type Chart, makeChart } from '@/tests/support/chart'
import { askPhq, calmAnswers, phq, urgentAnswers } from '@/tests/support/measures'
import { insert, makePortalUser, read } from '@/tests/support/people'
import { crashAndRecover, race, rowsOf, statuses } from '@/tests/support/practice'

let app: TestApp
let chart: Chart

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  const now = clock.now().getTime()
  await insert(app, 'on-call-shifts', {
    staff: chart.theo.id,
    startsAt: new Date(now - 3_600_000).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
  })
})

afterAll(() => app.stop())

describe('measures', () => {
  it('are there after the boot, once, and nobody writes them', async () => {
    const list = await chart.kim.client.get('/api/measures?limit=50')
    const ids = list.body.docs.map((doc: { measureId: string }) => doc.measureId)
    expect([...ids].sort()).toEqual(['GAD-2', 'GAD-7', 'PHQ-2', 'PHQ-8', 'PHQ-9'])
    const { seedMeasures } = await import('@/collections/records/assessment/seedMeasures')
    await seedMeasures(app.payload)
    expect((await chart.kim.client.get('/api/measures')).body.totalDocs).toBe(5)
    expect((await chart.rosa.client.post('/api/measures', { measureId: 'X' })).status).toBe(403)
  })
})

describe('R20 a questionnaire is handed in whole', () => {
  it('scores what the patient hands in and fixes the version', async () => {
    const id = await askPhq(chart)
    const answer = await chart.portal.client.post(`/api/measure-responses/${id}/submit`, {
      answers: calmAnswers,
    })
    expect(answer.status).toBe(200)
    expect(answer.body.result).toMatchObject({
      isAccepted: true,
      total: 16,
      band: 'moderately severe',
      crisisText: null,
    })
    const row = await read(app, 'measure-responses', id)
    expect(row).toMatchObject({
      status: 'submitted',
      total: 16,
      enteredBy: 'patient',
      measureVersion: '1',
      isPositive: true,
    })
    expect(JSON.stringify(row)).not.toContain('phq9_1')
  })

  it('takes the answers as the text of a form, and by GraphQL', async () => {
    const form = await askPhq(chart)
    const answer = await chart.portal.client.post(`/api/measure-responses/${form}/submit`, {
      answers: JSON.stringify({ ...calmAnswers, phq9_10: '1', phq9_1: '3' }),
    })
    expect(answer.body.result.total).toBe(17)
    const id = await askPhq(chart)
    const mutation = await chart.portal.client.graphql(
      'mutation($id: String!, $input: ActionInput) { submitMeasureResponses(id: $id, input: $input) { id result } }',
      { id, input: { answers: calmAnswers } },
    )
    expect(mutation.body.data.submitMeasureResponses.result.total).toBe(16)
  })

  it('refuses too many gaps by REST and GraphQL, and the clinician may override with a reason', async () => {
    const id = await askPhq(chart)
    const gaps = phq([1, 1, 1, null, null, null, 1, 1, 0])
    const rest = await chart.portal.client.post(`/api/measure-responses/${id}/submit`, {
      answers: gaps,
    })
    expect(rest.status).toBe(422)
    expect(rest.body.errors[0]).toMatchObject({
      rule: 'R20',
      message: '3 questions are empty.',
      youMayOverride: false,
    })
    const graph = await chart.portal.client.graphql(
      'mutation($id: String!, $input: ActionInput) { submitMeasureResponses(id: $id, input: $input) { id } }',
      { id, input: { answers: gaps } },
    )
    expect(
      graph.body.errors[0].extensions.errors?.[0]?.rule ?? graph.body.errors[0].extensions.rule,
    ).toBe('R20')
    expect((await read(app, 'measure-responses', id))['status']).toBe('assigned')
    const override = [{ rule: 'R20', reason: 'The patient does not want to answer these.' }]
    const patient = await chart.portal.client.post(`/api/measure-responses/${id}/submit`, {
      answers: gaps,
      _override: override,
    })
    expect(patient.status).toBe(422)
    const kim = await chart.kim.client.post(`/api/measure-responses/${id}/submit`, {
      answers: gaps,
      _override: override,
    })
    expect(kim.status).toBe(200)
    expect(await read(app, 'measure-responses', id)).toMatchObject({
      status: 'submitted',
      enteredBy: 'staff',
    })
    expect((await rowsOf(app, 'overrides', { recordId: id, ruleId: 'R20' })).length).toBe(1)
  })

  it('refuses answers that are no answers with 400', async () => {
    const id = await askPhq(chart)
    for (const answers of [
      '{',
      '[1,2]',
      '"x"',
      { phq9_1: 7 },
      { nothing: 1 },
      { phq9_1: -1 },
      { phq9_1: 'many' },
      undefined,
      5,
    ]) {
      const answer = await chart.portal.client.post(`/api/measure-responses/${id}/submit`, {
        answers,
      })
      expect(answer.status, JSON.stringify(answers)).toBe(400)
    }
  })

  it('cannot be scored by a plain write, in bulk, by restoring or duplicating', async () => {
    const id = await askPhq(chart)
    const body = { status: 'submitted', total: 0, answers: '{}' }
    expect((await chart.kim.client.patch(`/api/measure-responses/${id}`, body)).status).toBe(403)
    await chart.kim.client.patch(`/api/measure-responses?where[id][equals]=${id}`, body)
    expect((await chart.kim.client.post(`/api/measure-responses/versions/${id}`)).status).toBe(404)
    expect((await chart.kim.client.post(`/api/measure-responses/${id}/duplicate`)).status).toBe(404)
    const made = await chart.kim.client.post('/api/measure-responses', {
      patient: chart.ana,
      measureId: 'GAD-7',
      ...body,
    })
    expect(made.body.doc.status).toBe('assigned')
    expect(await read(app, 'measure-responses', id)).toMatchObject({ status: 'assigned' })
  })

  it('is nobody else’s: 403, 404, and a second time 409', async () => {
    const id = await askPhq(chart)
    expect(
      (await chart.ben.client.post(`/api/measure-responses/${id}/submit`, { answers: calmAnswers }))
        .status,
    ).toBe(404)
    expect(
      (
        await chart.theo.client.post(`/api/measure-responses/${id}/submit`, {
          answers: calmAnswers,
        })
      ).status,
    ).toBe(404)
    expect((await chart.ben.client.get('/api/measure-responses')).status).toBe(403)
    await chart.portal.client.post(`/api/measure-responses/${id}/submit`, { answers: calmAnswers })
    expect(
      (
        await chart.portal.client.post(`/api/measure-responses/${id}/submit`, {
          answers: calmAnswers,
        })
      ).status,
    ).toBe(409)
  })
})

describe('submit', () => {
  it('lets one of five racers win and alerts once', async () => {
    const patient = await addPatient(app, 'Race', [chart.kim])
    const portal = await makePortalUser(app, patient, 'race@example.test')
    const id = await askPhq(chart, patient)
    const answers = await race(portal.client, `/api/measure-responses/${id}/submit`, {
      answers: urgentAnswers,
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await rowsOf(app, 'risk-events', { patient })).toHaveLength(1)
  })

  it.each(['after-commit', 'before-alert', 'before-packet', 'before-done'])(
    'survives a crash %s',
    async (point) => {
      const patient = await addPatient(app, `Crash ${point}`, [chart.kim])
      const portal = await makePortalUser(app, patient, `crash.${point}@example.test`)
      const id = await askPhq(chart, patient)
      await crashAndRecover(app, {
        point: `measure-responses.submit:${point}`,
        call: () =>
          portal.client.post(`/api/measure-responses/${id}/submit`, { answers: urgentAnswers }),
      })
      expect((await read(app, 'measure-responses', id))['status']).toBe('submitted')
      const events = await rowsOf(app, 'risk-events', { patient })
      expect(events).toHaveLength(1)
      expect(
        (await rowsOf(app, 'tasks', { recordId: String(events[0]?.id), assignee: chart.kim.id }))
          .length,
      ).toBe(1)
      expect((await read(app, 'patients', patient))['safetyBanner']).toBe(true)
    },
  )
})

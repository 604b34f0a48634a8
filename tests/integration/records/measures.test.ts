import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addPatient, type Chart, makeChart } from '@/tests/support/chart'
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

const phq = (values: readonly (number | null)[]): Record<string, number | null> =>
  Object.fromEntries(values.map((value, index) => [`phq9_${index + 1}`, value]))

const calm = phq([2, 2, 2, 2, 2, 2, 2, 2, 0])
const urgent = phq([2, 2, 2, 2, 2, 2, 2, 3, 2])

const ask = async (patient = chart.ana): Promise<string> => {
  const answer = await chart.kim.client.post('/api/measure-responses', {
    patient,
    measureId: 'PHQ-9',
  })
  expect(answer.status).toBe(201)
  return answer.body.doc.id
}

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
    const id = await ask()
    const answer = await chart.portal.client.post(`/api/measure-responses/${id}/submit`, {
      answers: calm,
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
    const form = await ask()
    const answer = await chart.portal.client.post(`/api/measure-responses/${form}/submit`, {
      answers: JSON.stringify({ ...calm, phq9_10: '1', phq9_1: '3' }),
    })
    expect(answer.body.result.total).toBe(17)
    const id = await ask()
    const mutation = await chart.portal.client.graphql(
      'mutation($id: String!, $input: ActionInput) { submitMeasureResponses(id: $id, input: $input) { id result } }',
      { id, input: { answers: calm } },
    )
    expect(mutation.body.data.submitMeasureResponses.result.total).toBe(16)
  })

  it('refuses too many gaps by REST and GraphQL, and the clinician may override with a reason', async () => {
    const id = await ask()
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
    const id = await ask()
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
    const id = await ask()
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
    const id = await ask()
    expect(
      (await chart.ben.client.post(`/api/measure-responses/${id}/submit`, { answers: calm }))
        .status,
    ).toBe(404)
    expect(
      (await chart.theo.client.post(`/api/measure-responses/${id}/submit`, { answers: calm }))
        .status,
    ).toBe(404)
    expect((await chart.ben.client.get('/api/measure-responses')).status).toBe(403)
    await chart.portal.client.post(`/api/measure-responses/${id}/submit`, { answers: calm })
    expect(
      (await chart.portal.client.post(`/api/measure-responses/${id}/submit`, { answers: calm }))
        .status,
    ).toBe(409)
  })
})

describe('R19 an answer about self-harm', () => {
  it('alerts the care team and the person on call, raises the banner, and tells the patient where to call', async () => {
    const id = await ask()
    const answer = await chart.portal.client.post(`/api/measure-responses/${id}/submit`, {
      answers: urgent,
    })
    expect(answer.body.result).toMatchObject({ isAccepted: true, total: 19 })
    expect(answer.body.result.crisisText).toContain('988')
    const [event] = await rowsOf(app, 'risk-events', { response: id })
    expect(event).toMatchObject({ status: 'open', source: 'measure', patient: chart.ana })
    const tasks = await rowsOf(app, 'tasks', { recordId: String(event?.id), kind: 'risk' })
    expect(tasks.map((task) => task['assignee']).sort()).toEqual(
      [chart.kim.id, chart.leo.id, chart.theo.id].sort(),
    )
    expect(
      tasks.every(
        (task) => task['isUrgent'] && task['closesOnlyBy'] === 'clinician supervisor director',
      ),
    ).toBe(true)
    const mails = await rowsOf(app, 'outbox', { template: 'on-call-alert' })
    expect(new Set(mails.map((mail) => mail['recipientId']))).toEqual(
      new Set([chart.kim.id, chart.leo.id, chart.theo.id]),
    )
    expect((await read(app, 'patients', chart.ana))['safetyBanner']).toBe(true)
  })

  it('never tells the front desk why', async () => {
    const patient = await chart.ben.client.get(`/api/patients/${chart.ana}`)
    expect(patient.body.safetyBanner).toBe(true)
    expect((await chart.ben.client.get('/api/risk-events')).status).toBe(403)
    const seen = JSON.stringify([
      patient.body,
      (await chart.ben.client.get('/api/tasks?limit=100')).body,
      (await chart.ben.client.get(`/api/patients/${chart.ana}/chart-summary`)).body,
      (await chart.ben.client.get('/api/packet-items')).body,
    ])
    expect(seen).not.toMatch(/item 9|PHQ|self-harm|risk-events/)
    const portal = await chart.portal.client.get(`/api/patients/${chart.ana}`)
    expect(portal.body.safetyBanner).toBeUndefined()
  })

  it('shows the clinician what was answered', async () => {
    const list = await chart.kim.client.get(`/api/risk-events?where[patient][equals]=${chart.ana}`)
    expect(list.body.docs[0].detail).toBe('PHQ-9: item 9 = 2.')
  })

  it('does not wait for the rest of the form', async () => {
    const patient = await addPatient(app, 'Gap', [chart.kim])
    const portal = await makePortalUser(app, patient, 'gap@example.test')
    const id = await ask(patient)
    const answers = phq([1, null, null, null, null, null, 1, 1, 1])
    const answer = await portal.client.post(`/api/measure-responses/${id}/submit`, { answers })
    expect(answer.status).toBe(200)
    expect(answer.body.result).toMatchObject({
      isAccepted: false,
      message: '5 questions are empty.',
    })
    expect(answer.body.result.crisisText).toContain('988')
    expect((await read(app, 'measure-responses', id))['status']).toBe('assigned')
    expect(await rowsOf(app, 'risk-events', { response: id })).toHaveLength(1)
    const whole = await portal.client.post(`/api/measure-responses/${id}/submit`, {
      answers: urgent,
    })
    expect(whole.body.result.isAccepted).toBe(true)
    expect(await rowsOf(app, 'risk-events', { response: id })).toHaveLength(1)
  })

  it('is closed by a clinician only, after assessment, with a safety plan unless the risk is low', async () => {
    const patient = await addPatient(app, 'Risk', [chart.kim])
    const portal = await makePortalUser(app, patient, 'risk@example.test')
    await portal.client.post(`/api/measure-responses/${await ask(patient)}/submit`, {
      answers: urgent,
    })
    const [event] = await rowsOf(app, 'risk-events', { patient })
    const path = `/api/risk-events/${event?.id}`
    const [task] = await rowsOf(app, 'tasks', {
      recordId: String(event?.id),
      assignee: chart.kim.id,
    })
    expect((await chart.rosa.client.post(`/api/tasks/${task?.id}/complete`)).status).toBe(422)
    const early = await chart.kim.client.post(`/api/tasks/${task?.id}/complete`)
    expect(early.status).toBe(422)
    expect(early.body.errors[0].rule).toBe('R19')
    const unassessed = await chart.kim.client.post(`${path}/close`, { closing: 'Done.' })
    expect(unassessed.body.errors[0].rule).toBe('R19')
    expect((await chart.ben.client.post(`${path}/close`, { closing: 'x' })).status).toBe(404)
    expect((await chart.theo.client.post(`${path}/close`, { closing: 'x' })).status).toBe(404)
    expect((await chart.kim.client.patch(path, { status: 'closed' })).status).toBe(403)
    const assessment = {
      contactedAt: clock.now().toISOString(),
      ideation: 'active',
      acuteRisk: 'intermediate',
      chronicRisk: 'low',
      assessment: 'Reached by phone.',
      disposition: 'safetyPlan',
    }
    expect((await chart.kim.client.post(`${path}/assess`, assessment)).status).toBe(422)
    const assessed = await chart.kim.client.post(`${path}/assess`, {
      ...assessment,
      followUpOn: '2090-01-01',
    })
    expect(assessed.status).toBe(200)
    const graph = await chart.kim.client.graphql(
      'mutation($id: String!, $input: ActionInput) { closeRiskEvents(id: $id, input: $input) { id } }',
      { id: event?.id, input: { closing: 'Done.' } },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('Write a safety plan before closing.')
    const steps = Object.fromEntries(
      ['warningSigns', 'ownSteps', 'peopleAndPlaces', 'helpers', 'professionals', 'saferPlace'].map(
        (name) => [name, 'Canary step'],
      ),
    )
    const plan = await chart.kim.client.post('/api/safety-plans', { patient, ...steps })
    expect(plan.status).toBe(201)
    expect((await portal.client.get('/api/safety-plans')).body.totalDocs).toBe(0)
    expect(
      (await chart.kim.client.post(`/api/safety-plans/${plan.body.doc.id}/share`)).status,
    ).toBe(200)
    expect((await portal.client.get('/api/safety-plans')).body.docs[0].ownSteps).toBe('Canary step')
    expect(
      (await chart.kim.client.patch(`/api/safety-plans/${plan.body.doc.id}`, { ownSteps: 'x' }))
        .status,
    ).toBe(409)
    expect(
      (await chart.kim.client.post(`${path}/close`, { closing: 'Follow-up agreed.' })).status,
    ).toBe(200)
    expect(
      (await rowsOf(app, 'tasks', { recordId: String(event?.id), status: 'open' })).length,
    ).toBe(0)
    expect((await read(app, 'patients', patient))['safetyBanner']).toBe(false)
  })

  it('can be reported by hand, once under one key', async () => {
    const patient = await addPatient(app, 'Call', [chart.kim])
    const headers = { 'Idempotency-Key': 'report-call-1' }
    const body = { patient, source: 'call', detail: 'Called in despair.' }
    const first = await chart.kim.client.post('/api/risk-events/report', body, headers)
    expect(first.status).toBe(201)
    expect(
      (await chart.kim.client.post('/api/risk-events/report', body, headers)).body.isReplay,
    ).toBe(true)
    expect(await rowsOf(app, 'risk-events', { patient })).toHaveLength(1)
    expect((await chart.theo.client.post('/api/risk-events/report', body)).status).toBe(404)
    expect((await chart.ben.client.post('/api/risk-events/report', body)).status).toBe(403)
  })
})

describe('submit', () => {
  it('lets one of five racers win and alerts once', async () => {
    const patient = await addPatient(app, 'Race', [chart.kim])
    const portal = await makePortalUser(app, patient, 'race@example.test')
    const id = await ask(patient)
    const answers = await race(portal.client, `/api/measure-responses/${id}/submit`, {
      answers: urgent,
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await rowsOf(app, 'risk-events', { patient })).toHaveLength(1)
  })

  it.each(['after-commit', 'before-alert', 'before-packet', 'before-done'])(
    'survives a crash %s',
    async (point) => {
      const patient = await addPatient(app, `Crash ${point}`, [chart.kim])
      const portal = await makePortalUser(app, patient, `crash.${point}@example.test`)
      const id = await ask(patient)
      await crashAndRecover(app, {
        point: `measure-responses.submit:${point}`,
        call: () => portal.client.post(`/api/measure-responses/${id}/submit`, { answers: urgent }),
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

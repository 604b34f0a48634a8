import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addPatient, type Chart, makeChart } from '@/tests/support/chart'
import { askPhq, phq, urgentAnswers } from '@/tests/support/measures'
import { insert, makePortalUser, read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

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

describe('R19 an answer about self-harm', () => {
  it('alerts the care team and the person on call, raises the banner, and tells the patient where to call', async () => {
    const id = await askPhq(chart)
    const answer = await chart.portal.client.post(`/api/measure-responses/${id}/submit`, {
      answers: urgentAnswers,
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
    const id = await askPhq(chart, patient)
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
      answers: urgentAnswers,
    })
    expect(whole.body.result.isAccepted).toBe(true)
    expect(await rowsOf(app, 'risk-events', { response: id })).toHaveLength(1)
  })

  it('is closed by a clinician only, after assessment, with a safety plan unless the risk is low', async () => {
    const patient = await addPatient(app, 'Risk', [chart.kim])
    const portal = await makePortalUser(app, patient, 'risk@example.test')
    await portal.client.post(`/api/measure-responses/${await askPhq(chart, patient)}/submit`, {
      answers: urgentAnswers,
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

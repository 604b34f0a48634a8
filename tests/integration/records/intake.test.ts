import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addPatient,
  type Chart,
  freshPasswords,
  makeChart,
  wholeIntake,
} from '@/tests/support/chart'
import { intakePath, intakesOf } from '@/tests/support/intakes'
import { insert, makePortalUser, makeStaff, read } from '@/tests/support/people'
import { messageIn, race, requestAs, rowsOf } from '@/tests/support/practice'

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

describe('the patient’s part', () => {
  it('is saved, resumed and handed in by the patient, who sees nothing else', async () => {
    const patient = await addPatient(app, 'Own', [chart.kim])
    const portal = await makePortalUser(app, patient, 'own@example.test')
    const made = await portal.client.post('/api/intake-assessments', {
      patient,
      historyConcerns: 'I worry all day.',
    })
    expect(made.status).toBe(201)
    const { id } = made.body.doc
    expect((await portal.client.get(intakePath(id))).body.historyConcerns).toBe('I worry all day.')
    const early = await portal.client.post(intakePath(id, 'submit'))
    expect(early.status).toBe(422)
    expect(early.body.errors[0].data.errors[0].path).toBe('historyGoals')
    const more = {
      historyGoals: 'Sleep.',
      riskFormulation: 'Canary written by the patient',
      status: 'signed',
      isFinal: true,
    }
    const kept = await portal.client.patch(intakePath(id), more)
    expect(kept.status).toBe(200)
    expect(kept.body.doc.historyGoals).toBe('Sleep.')
    await chart.kim.client.patch(intakePath(id), {
      presentingProblem: 'Canary of the clinician',
      riskFormulation: 'Canary risk',
    })
    const seen = await portal.client.get(intakePath(id))
    expect(seen.body.historyConcerns).toBe('I worry all day.')
    expect(JSON.stringify(seen.body)).not.toContain('Canary')
    const goals = await portal.client.patch(intakePath(id), { historyGoals: 'Sleep.' })
    expect(JSON.stringify(goals.body)).not.toContain('Canary')
    expect((await chart.kim.client.get(intakePath(id))).body).toMatchObject({
      historyGoals: 'Sleep.',
      riskFormulation: 'Canary risk',
    })
    expect((await portal.client.post(intakePath(id, 'submit'))).status).toBe(200)
    expect((await portal.client.post(intakePath(id, 'submit'))).status).toBe(409)
    expect((await portal.client.patch(intakePath(id), { historyGoals: 'x' })).status).toBe(409)
    expect(await read(app, 'intake-assessments', id)).toMatchObject({
      status: 'submittedByPatient',
      isFinal: false,
    })
    await chart.kim.client.patch(intakePath(id), { strengths: 'Humor' })
    expect((await read(app, 'intake-assessments', id))['status']).toBe('draft')
  })

  it('is one at a time, and nobody else’s', async () => {
    const patient = await addPatient(app, 'One', [chart.kim])
    const portal = await makePortalUser(app, patient, 'one@example.test')
    const answers = await race(portal.client, '/api/intake-assessments', {
      patient,
      historyConcerns: 'x',
    })
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await portal.client.post('/api/intake-assessments', { patient })).status).toBe(409)
    const [row] = await rowsOf(app, 'intake-assessments', { patient })
    expect((await chart.portal.client.get(intakePath(String(row?.id)))).status).toBe(404)
    expect(
      (await chart.portal.client.patch(intakePath(String(row?.id)), { historyConcerns: 'x' }))
        .status,
    ).toBe(404)
    expect([400, 403, 404]).toContain(
      (await chart.portal.client.post('/api/intake-assessments', { patient })).status,
    )
    expect((await chart.ben.client.get('/api/intake-assessments')).status).toBe(403)
    expect((await chart.theo.client.get(intakePath(String(row?.id)))).status).toBe(404)
  })

  it('takes only codes from the lists', async () => {
    const of = await newCase('Codes')
    const body = { patient: of.patient, mseSpeech: 'singing' }
    expect((await chart.kim.client.post('/api/intake-assessments', body)).status).toBe(400)
    expect(
      (
        await chart.kim.client.post('/api/intake-assessments', {
          ...body,
          mseSpeech: 'rapid loud',
          riskAcute: 'huge',
        })
      ).status,
    ).toBe(400)
  })
})

describe('R51 an intake assessment is whole before it is signed', () => {
  it('says every section that is missing, at every door', async () => {
    const of = await newCase('Gaps')
    const answer = await chart.kim.client.post('/api/intake-assessments', {
      patient: of.patient,
      appointment: of.appointment,
    })
    const { id } = answer.body.doc
    const ready = await chart.kim.client.get(intakePath(id, 'readiness'))
    expect(ready.body.isReady).toBe(false)
    const rest = await chart.kim.client.post(intakePath(id, 'sign'))
    expect(rest.status).toBe(422)
    const paths = rest.body.errors.map(
      (each: { data: { errors: { path: string }[] } }) => each.data.errors[0]?.path,
    )
    expect(paths).toEqual(
      expect.arrayContaining([
        'presentingProblem',
        'mseSpeech',
        'riskIdeation',
        'riskFormulation',
        'formulation',
        'medicalNecessity',
        'initialPlan',
        'trauma',
      ]),
    )
    expect(paths).not.toContain('developmental')
    expect(rest.body.errors.every((each: { rule: string }) => each.rule === 'R51')).toBe(true)
    const graph = await chart.kim.client.graphql(
      'mutation($id: String!) { signIntakeAssessments(id: $id) { id } }',
      { id },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('R51')
    await chart.kim.client.patch(intakePath(id), { status: 'signed', isFinal: true })
    await asUser(await requestAs(app, chart.kim)).update({
      collection: 'intake-assessments',
      id,
      data: { status: 'signed', isFinal: true },
    })
    expect(await read(app, 'intake-assessments', id)).toMatchObject({
      status: 'draft',
      isFinal: false,
    })
  })

  it('asks about development only of minors', async () => {
    const of = await newCase('Minor')
    await app.payload.db.updateOne({
      collection: 'patients',
      id: of.patient,
      data: { dateOfBirth: `${new Date().getUTCFullYear() - 9}-01-05` },
    })
    const reviews = wholeIntake()['reviews']?.replace('developmental:none', '')
    const id = await written(of, chart.kim, { reviews })
    expect(JSON.stringify((await chart.kim.client.post(intakePath(id, 'sign'))).body)).toContain(
      'Developmental history',
    )
  })

  it('needs a session, a diagnosis, and its own clinician', async () => {
    const patient = await addPatient(app, 'Early', [chart.kim])
    const id = await written({ patient })
    const answer = await chart.kim.client.post(intakePath(id, 'sign'))
    expect(JSON.stringify(answer.body)).toContain('Record the session first')
    expect(JSON.stringify(answer.body)).toContain('Add a diagnosis before signing.')
    const of = await newCase('Other')
    const other = await makeStaff(app, 'Other Hand', ['clinician'])
    await insert(app, 'care-team-assignments', {
      staff: other.id,
      patient: of.patient,
      role: 'covering',
      startsOn: '2020-01-01',
      endsOn: null,
    })
    const theirs = await written(of)
    expect(messageIn(await other.client.post(intakePath(theirs, 'sign')))).toContain(
      'Only Kim Park can sign this.',
    )
  })
})

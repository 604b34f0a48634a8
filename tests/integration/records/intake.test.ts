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
  wholeIntake,
} from '@/tests/support/chart'
import { insert, makePortalUser, makeStaff, type Person, read } from '@/tests/support/people'
import {
  crashAndRecover,
  messageIn,
  race,
  requestAs,
  rowsOf,
  ruleIn,
  statuses,
} from '@/tests/support/practice'

let app: TestApp
let chart: Chart

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

type Case = { patient: string; session: string; appointment: unknown }

const newCase = async (name: string, by: Person = chart.kim): Promise<Case> => {
  const patient = await addPatient(app, name, [...new Set([by, chart.kim])])
  await addDiagnosis(app, patient)
  const session = await addSession(app, {
    patient,
    clinician: by.id,
    location: chart.location,
    more: { isIntake: true },
  })
  return { patient, session, appointment: (await read(app, 'sessions', session))['appointment'] }
}

const path = (id: string, action = ''): string =>
  `/api/intake-assessments/${id}${action && `/${action}`}`

const written = async (
  of: Case,
  by: Person = chart.kim,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const answer = await by.client.post('/api/intake-assessments', {
    patient: of.patient,
    appointment: of.appointment,
    ...wholeIntake(),
    ...more,
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc.id
}

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
    expect((await portal.client.get(path(id))).body.historyConcerns).toBe('I worry all day.')
    const early = await portal.client.post(path(id, 'submit'))
    expect(early.status).toBe(422)
    expect(early.body.errors[0].data.errors[0].path).toBe('historyGoals')
    const more = {
      historyGoals: 'Sleep.',
      riskFormulation: 'Canary written by the patient',
      status: 'signed',
      isFinal: true,
    }
    const kept = await portal.client.patch(path(id), more)
    expect(kept.status).toBe(200)
    expect(kept.body.doc.historyGoals).toBe('Sleep.')
    await chart.kim.client.patch(path(id), {
      presentingProblem: 'Canary of the clinician',
      riskFormulation: 'Canary risk',
    })
    const seen = await portal.client.get(path(id))
    expect(seen.body.historyConcerns).toBe('I worry all day.')
    expect(JSON.stringify(seen.body)).not.toContain('Canary')
    const goals = await portal.client.patch(path(id), { historyGoals: 'Sleep.' })
    expect(JSON.stringify(goals.body)).not.toContain('Canary')
    expect((await chart.kim.client.get(path(id))).body).toMatchObject({
      historyGoals: 'Sleep.',
      riskFormulation: 'Canary risk',
    })
    expect((await portal.client.post(path(id, 'submit'))).status).toBe(200)
    expect((await portal.client.post(path(id, 'submit'))).status).toBe(409)
    expect((await portal.client.patch(path(id), { historyGoals: 'x' })).status).toBe(409)
    expect(await read(app, 'intake-assessments', id)).toMatchObject({
      status: 'submittedByPatient',
      isFinal: false,
    })
    await chart.kim.client.patch(path(id), { strengths: 'Humor' })
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
    expect((await chart.portal.client.get(path(String(row?.id)))).status).toBe(404)
    expect(
      (await chart.portal.client.patch(path(String(row?.id)), { historyConcerns: 'x' })).status,
    ).toBe(404)
    expect([400, 403, 404]).toContain(
      (await chart.portal.client.post('/api/intake-assessments', { patient })).status,
    )
    expect((await chart.ben.client.get('/api/intake-assessments')).status).toBe(403)
    expect((await chart.theo.client.get(path(String(row?.id)))).status).toBe(404)
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
    const ready = await chart.kim.client.get(path(id, 'readiness'))
    expect(ready.body.isReady).toBe(false)
    const rest = await chart.kim.client.post(path(id, 'sign'))
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
    await chart.kim.client.patch(path(id), { status: 'signed', isFinal: true })
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
    expect(JSON.stringify((await chart.kim.client.post(path(id, 'sign'))).body)).toContain(
      'Developmental history',
    )
  })

  it('needs a session, a diagnosis, and its own clinician', async () => {
    const patient = await addPatient(app, 'Early', [chart.kim])
    const id = await written({ patient, session: '', appointment: undefined })
    const answer = await chart.kim.client.post(path(id, 'sign'))
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
    expect(messageIn(await other.client.post(path(theirs, 'sign')))).toContain(
      'Only Kim Park can sign this.',
    )
  })
})

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
    expect((await chart.kim.client.post(path(id, 'sign'))).status).toBe(200)
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
    await chart.kim.client.post(path(id, 'sign'))
    const before = await read(app, 'intake-assessments', id)
    const rest = await chart.kim.client.patch(path(id), { formulation: 'Changed' })
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
    expect((await chart.kim.client.post(path(id, 'duplicate'))).status).toBe(404)
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
    expect((await chart.leo.client.post(path(id, 'sign'))).body.status).toBe('pendingCosign')
    expect(await rowsOf(app, 'treatment-plans', { patient: of.patient })).toHaveLength(0)
    expect((await chart.leo.client.post(path(id, 'cosign'))).status).toBe(403)
    expect((await chart.leo.client.patch(path(id), { formulation: 'x' })).status).toBe(409)
    expect(
      (await chart.kim.client.post(path(id, 'return'), { comment: 'More on risk.' })).status,
    ).toBe(200)
    expect(
      (await chart.leo.client.patch(path(id), { riskFormulation: 'Low, with reasons.' })).status,
    ).toBe(200)
    expect((await chart.leo.client.post(path(id, 'sign'))).status).toBe(200)
    expect(statuses(await race(chart.kim.client, path(id, 'cosign')))).toEqual([
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
    expect(statuses(await race(chart.kim.client, path(id, 'sign')))).toEqual([
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
      call: () => chart.kim.client.post(path(id, 'sign')),
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
    const answer = await chart.kim.client.post(path(id, 'sign'))
    expect(answer.body.advice.join(' ')).toContain('Will show as late entry.')
    expect((await read(app, 'intake-assessments', id))['isLateEntry']).toBe(true)
  })
})

describe('R18 diagnoses', () => {
  const body = (patient: string) => ({
    patient,
    code: 'F32.1',
    description: 'Major depressive disorder, moderate',
    rank: 2,
    diagnosedOn: '2026-01-05',
  })

  it('of a trainee are provisional until their supervisor confirms, at every door', async () => {
    const made = await chart.leo.client.post('/api/diagnoses', {
      ...body(chart.ana),
      status: 'active',
    })
    expect(made.status).toBe(201)
    const { id } = made.body.doc
    expect(made.body.doc).toMatchObject({
      status: 'provisional',
      notice: 'Saved as provisional. Your supervisor must confirm.',
    })
    expect((await chart.leo.client.post(`/api/diagnoses/${id}/confirm`)).status).toBe(403)
    expect(
      (await chart.leo.client.patch(`/api/diagnoses/${id}`, { status: 'active' })).status,
    ).toBe(403)
    await chart.leo.client.graphql(
      `mutation { updateDiagnosis(id: "${id}", data: { status: active }) { id } }`,
    )
    await chart.leo.client.patch(`/api/diagnoses?where[id][equals]=${id}`, { status: 'active' })
    const local = await asUser(await requestAs(app, chart.leo)).create({
      collection: 'diagnoses',
      data: { ...body(chart.ana), status: 'active' },
    })
    expect(local['status']).toBe('provisional')
    const colleague = await makeStaff(app, 'Cole Nye', ['clinician'])
    await insert(app, 'care-team-assignments', {
      staff: colleague.id,
      patient: chart.ana,
      role: 'covering',
      startsOn: '2020-01-01',
      endsOn: null,
    })
    const foreign = await colleague.client.post(`/api/diagnoses/${id}/confirm`)
    expect(foreign.status).toBe(422)
    expect(ruleIn(foreign)).toBe('R18')
    const graph = await colleague.client.graphql(
      'mutation($id: String!) { confirmDiagnoses(id: $id) { id } }',
      { id },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('R18')
    expect((await read(app, 'diagnoses', id))['status']).toBe('provisional')
    expect(statuses(await race(chart.kim.client, `/api/diagnoses/${id}/confirm`))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await read(app, 'diagnoses', id)).toMatchObject({
      status: 'active',
      confirmedBy: chart.kim.id,
    })
  })

  it('of a licensed clinician stand at once, and end with a day', async () => {
    const made = await chart.kim.client.post('/api/diagnoses', body(chart.ana))
    expect(made.body.doc).toMatchObject({ status: 'active', diagnosedBy: chart.kim.id })
    const { id } = made.body.doc
    expect(
      (
        await chart.kim.client.post(`/api/diagnoses/${id}/resolve`, {
          outcome: 'resolved',
          endedOn: '2025-01-01',
        })
      ).status,
    ).toBe(422)
    expect(
      (
        await chart.kim.client.post(`/api/diagnoses/${id}/resolve`, {
          outcome: 'resolved',
          endedOn: '2026-02-30',
        })
      ).status,
    ).toBe(400)
    expect(
      (
        await chart.kim.client.post(`/api/diagnoses/${id}/resolve`, {
          outcome: 'resolved',
          endedOn: '',
        })
      ).status,
    ).toBe(200)
    expect(
      (await chart.kim.client.post('/api/diagnoses', { ...body(chart.ana), code: 'worry' })).status,
    ).toBe(400)
    expect([400, 403]).toContain(
      (await chart.kim.client.post('/api/diagnoses', body(chart.bob))).status,
    )
  })

  it('show the biller the code and nothing of the reasons', async () => {
    await chart.kim.client.post('/api/diagnoses', { ...body(chart.ana), basis: 'Canary basis' })
    const list = await chart.dana.client.get('/api/diagnoses?limit=50')
    expect(list.status).toBe(200)
    expect(JSON.stringify(list.body)).toContain('F32.1')
    expect(JSON.stringify(list.body)).not.toContain('Canary')
  })
})

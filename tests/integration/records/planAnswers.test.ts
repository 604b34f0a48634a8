import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { practiceToday } from '@/src/lib/practiceZone'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addPatient,
  addSession,
  type Chart,
  freshPasswords,
  makeChart,
} from '@/tests/support/chart'
import { insert, read } from '@/tests/support/people'
import { made, type Plans, planPath, planSignature, plansOf } from '@/tests/support/plans'
import {
  crashAndRecover,
  messageIn,
  race,
  rowsOf,
  ruleIn,
  statuses,
} from '@/tests/support/practice'

let app: TestApp
let chart: Chart
let plans: Plans

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  plans = plansOf(app, () => chart)
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

describe('R27 a plan comes into force by the client’s answer', () => {
  it('by signature in the portal, for five at once only one time', async () => {
    const of = await plans.shared('Signs')
    const task = await insert(app, 'tasks', {
      uniqueKey: `plan-due|${of.patient}`,
      title: 'Plan',
      kind: 'plan-due',
      recordId: of.patient,
      status: 'open',
    })
    expect(
      (await of.portal.client.post(planPath(of.plan, 'sign'), { signerName: 'Ana', agree: false }))
        .status,
    ).toBe(400)
    expect((await of.portal.client.post(planPath(of.plan, 'sign'), { agree: true })).status).toBe(
      400,
    )
    expect((await chart.kim.client.post(planPath(of.plan, 'sign'), planSignature)).status).toBe(403)
    expect(
      statuses(await race(of.portal.client, planPath(of.plan, 'sign'), planSignature)),
    ).toEqual([200, 409, 409, 409, 409])
    const row = await read(app, 'treatment-plans', of.plan)
    expect(row).toMatchObject({
      status: 'active',
      agreement: 'signed',
      agreedByName: 'Ana Test',
      effectiveDate: practiceToday(),
    })
    expect(row['agreedHash']).toBe(row['contentHash'])
    expect(String(row['reviewOn']) > practiceToday()).toBe(true)
    expect((await read(app, 'tasks', task))['status']).toBe('done')
  })

  it('or by a recorded answer with what was said, at every door', async () => {
    const of = await plans.shared('Refuses')
    const rest = await chart.kim.client.post(planPath(of.plan, 'record-agreement'), {
      agreement: 'refused',
      note: '',
    })
    expect(rest.status).toBe(422)
    expect(ruleIn(rest)).toBe('R27')
    expect(messageIn(rest)).toMatch(/^Waiting for Refuses's signature \(sent today\)\.$/)
    const graph = await chart.kim.client.graphql(
      'mutation($id: String!, $input: ActionInput) { recordAgreementTreatmentPlans(id: $id, input: $input) { id } }',
      { id: of.plan, input: { agreement: 'verbal' } },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('R27')
    expect((await chart.kim.client.patch(planPath(of.plan), { status: 'active' })).status).toBe(409)
    await chart.kim.client.patch(`/api/treatment-plans?where[id][equals]=${of.plan}`, {
      status: 'active',
    })
    expect(
      (
        await chart.leo.client.post(planPath(of.plan, 'record-agreement'), {
          agreement: 'verbal',
          note: 'x',
        })
      ).status,
    ).toBe(404)
    expect((await read(app, 'treatment-plans', of.plan))['status']).toBe('shared')
    const answer = await chart.kim.client.post(planPath(of.plan, 'record-agreement'), {
      agreement: 'verbal',
      note: 'Agreed on the phone.',
    })
    expect(answer.status).toBe(200)
    expect(await read(app, 'treatment-plans', of.plan)).toMatchObject({
      status: 'active',
      agreement: 'verbal',
      agreementRecordedBy: chart.kim.id,
    })
  })

  it('may be declined with a reason, and comments are answered', async () => {
    const of = await plans.shared('Declines')
    const comment = await of.portal.client.post('/api/plan-comments', {
      plan: of.plan,
      text: 'Goal 1 is not mine.',
    })
    expect(comment.status).toBe(201)
    expect(
      await rowsOf(app, 'tasks', {
        kind: 'plan-comment',
        recordId: comment.body.doc.id,
        assignee: chart.kim.id,
      }),
    ).toHaveLength(1)
    expect(
      (await of.portal.client.post('/api/plan-comments', { plan: of.plan, text: ' ' })).status,
    ).toBe(400)
    const foreign = await plans.shared('Declines two')
    expect(
      (await of.portal.client.post('/api/plan-comments', { plan: foreign.plan, text: 'x' })).status,
    ).toBe(400)
    const answer = `/api/plan-comments/${comment.body.doc.id}/answer`
    expect((await of.portal.client.post(answer, { answer: 'x' })).status).toBe(403)
    expect(statuses(await race(chart.kim.client, answer, { answer: 'Let us change it.' }))).toEqual(
      [200, 409, 409, 409, 409],
    )
    const seen = await of.portal.client.get(`/api/plan-comments/${comment.body.doc.id}`)
    expect(seen.body.answer).toBe('Let us change it.')
    expect((await of.portal.client.post(planPath(of.plan, 'decline'), {})).status).toBe(400)
    expect(
      (await of.portal.client.post(planPath(of.plan, 'decline'), { reason: 'Not my goals.' }))
        .status,
    ).toBe(200)
    expect((await of.portal.client.post(planPath(of.plan, 'sign'), planSignature)).status).toBe(409)
    expect((await chart.kim.client.get(planPath(of.plan))).body).toMatchObject({
      status: 'declined',
      agreementNote: 'Not my goals.',
    })
  })

  it('refuses a text that is not the one that was shared', async () => {
    const of = await plans.shared('Tampered')
    await app.payload.db.updateOne({
      collection: 'plan-objectives',
      id: of.objective,
      data: { targetValue: 1 },
    })
    expect((await of.portal.client.post(planPath(of.plan, 'sign'), planSignature)).status).toBe(409)
    expect((await read(app, 'treatment-plans', of.plan))['status']).toBe('shared')
  })

  it.each(['before-commit', 'after-commit', 'before-older', 'before-tasks', 'before-done'])(
    'survives a crash of signing %s',
    async (point) => {
      const of = await plans.shared(`Crash ${point}`)
      await crashAndRecover(app, {
        point: `treatment-plans.sign:${point}`,
        call: () => of.portal.client.post(planPath(of.plan, 'sign'), planSignature),
      })
      expect(await read(app, 'treatment-plans', of.plan)).toMatchObject({
        status: 'active',
        pendingAction: null,
      })
    },
  )
})

describe('R23 the first plan is due', () => {
  const intake = (patient: string, hoursAgo: number) =>
    addSession(app, {
      patient,
      clinician: chart.kim.id,
      location: chart.location,
      hoursAgo,
      more: { isIntake: true },
    })

  it('by session 3 or day 30: told at completion, in the summary, and as one task that moves', async () => {
    const patient = await addPatient(app, 'Due', [chart.kim])
    await intake(patient, 20 * 24)
    const summary = await chart.kim.client.get(`/api/patients/${patient}/chart-summary`)
    expect(summary.body.planDue).toMatchObject({ reason: 'days', isOverdue: false })
    expect(summary.body.planDue.daysLeft).toBeGreaterThanOrEqual(9)
    const session = await addSession(app, {
      patient,
      clinician: chart.kim.id,
      location: chart.location,
      hoursAgo: 1,
      more: { status: 'stopped' },
    })
    const answer = await chart.kim.client.post(`/api/sessions/${session}/complete`, {
      response: 'Well.',
    })
    expect(answer.status).toBe(200)
    expect(answer.body.advice.join(' ')).toMatch(/^Plan for Due Test is due in \d+ days\.$/)
    const graph = await chart.kim.client.graphql(
      'query($id: String!) { Session(id: $id) { status } }',
      { id: session },
    )
    expect(graph.body.data.Session.status).toBe('completed')
    const [task] = await rowsOf(app, 'tasks', { kind: 'plan-due', recordId: patient })
    expect(task).toMatchObject({ assignee: chart.kim.id, status: 'open' })
  })

  it('may be extended by the director, with a reason that is listed', async () => {
    const patient = await addPatient(app, 'More time', [chart.kim])
    await intake(patient, 33 * 24)
    const { id } = await made(chart.kim, 'treatment-plans', { patient })
    expect(
      (await chart.kim.client.get(`/api/patients/${patient}/chart-summary`)).body.planDue.isOverdue,
    ).toBe(true)
    const reason = 'The patient was ill for two weeks.'
    expect((await chart.kim.client.post(planPath(id, 'extend'), { days: 7, reason })).status).toBe(
      403,
    )
    expect(
      (await chart.imani.client.post(planPath(id, 'extend'), { days: 8, reason })).status,
    ).toBe(422)
    expect(
      (await chart.imani.client.post(planPath(id, 'extend'), { days: 7, reason: '' })).status,
    ).toBe(400)
    expect(
      (await chart.imani.client.post(planPath(id, 'extend'), { days: 7, reason })).status,
    ).toBe(200)
    expect(
      (await chart.imani.client.post(planPath(id, 'extend'), { days: 1, reason })).status,
    ).toBe(422)
    expect(await rowsOf(app, 'overrides', { ruleId: 'R23', recordId: id })).toHaveLength(1)
    expect(
      (await chart.kim.client.get(`/api/patients/${patient}/chart-summary`)).body.planDue.isOverdue,
    ).toBe(false)
  })

  it('is over once a plan is in force', async () => {
    const of = await plans.active('In force')
    await intake(of.patient, 40 * 24)
    expect(
      (await chart.kim.client.get(`/api/patients/${of.patient}/chart-summary`)).body.planDue,
    ).toBeNull()
  })
})

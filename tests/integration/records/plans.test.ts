import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addPatient, type Chart, freshPasswords, makeChart } from '@/tests/support/chart'
import { read } from '@/tests/support/people'
import {
  made,
  type Plans,
  planHeader,
  planPath,
  planSignature,
  plansOf,
} from '@/tests/support/plans'
import { messageIn, race, requestAs, rowsOf, statuses } from '@/tests/support/practice'

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

describe('R26 a plan is whole before it is ready', () => {
  it('says what is missing, at every door', async () => {
    const patient = await addPatient(app, 'Bare', [chart.kim])
    const { id } = await made(chart.kim, 'treatment-plans', { patient })
    const rest = await chart.kim.client.post(planPath(id, 'ready'))
    expect(rest.status).toBe(422)
    expect(rest.body.errors.every((each: { rule: string }) => each.rule === 'R26')).toBe(true)
    expect(rest.body.errors.map((each: { message: string }) => each.message)).toEqual(
      expect.arrayContaining([
        'Add a problem.',
        'Add an objective that can be measured.',
        'Write when treatment will be complete.',
      ]),
    )
    const graph = await chart.kim.client.graphql(
      'mutation($id: String!) { readyTreatmentPlans(id: $id) { id } }',
      { id },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('R26')
    await chart.kim.client.patch(planPath(id), { status: 'ready' })
    await chart.kim.client.patch(`/api/treatment-plans?where[id][equals]=${id}`, {
      status: 'active',
    })
    await chart.kim.client.graphql(
      `mutation { updateTreatmentPlan(id: "${id}", data: { status: active }) { id } }`,
    )
    await asUser(await requestAs(app, chart.kim)).update({
      collection: 'treatment-plans',
      id,
      data: { status: 'ready' },
    })
    expect((await chart.kim.client.post(planPath(id, 'duplicate'))).status).toBe(404)
    expect((await chart.kim.client.post(`/api/treatment-plans/versions/${id}`)).status).toBe(404)
    expect((await read(app, 'treatment-plans', id))['status']).toBe('draft')
    const open = await chart.kim.client.get(planPath(id, 'readiness'))
    expect(open.body.isReady).toBe(false)
  })

  it('names the objective that cannot be measured', async () => {
    const of = await plans.draft('Vague')
    expect((await chart.kim.client.get(planPath(of.plan, 'readiness'))).body.isReady).toBe(true)
    await chart.kim.client.patch(`/api/plan-objectives/${of.objective}`, { measureId: null })
    const answer = await chart.kim.client.post(planPath(of.plan, 'ready'))
    expect(messageIn(answer)).toBe('Objective 1 has no way to measure it.')
  })

  it('is signed by the clinician when it is', async () => {
    const of = await plans.draft('Whole')
    expect(statuses(await race(chart.kim.client, planPath(of.plan, 'ready')))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await read(app, 'treatment-plans', of.plan)).toMatchObject({
      status: 'ready',
      signedBy: chart.kim.id,
      signerName: 'Kim Park',
    })
  })
})

describe('plans', () => {
  it('are one at a time', async () => {
    const of = await plans.draft('Twice')
    const second = await chart.kim.client.post('/api/treatment-plans', { patient: of.patient })
    expect(second.status).toBe(409)
    const patient = await addPatient(app, 'Five', [chart.kim])
    const answers = await race(chart.kim.client, '/api/treatment-plans', { patient })
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('take rows of the own patient only, under keys that stay', async () => {
    const of = await plans.draft('Rows')
    const foreign = await plans.draft('Rows two')
    const row = await chart.kim.client.post('/api/plan-goals', {
      plan: of.plan,
      patient: foreign.patient,
      parentKey: 'problem-x',
      text: 'x',
      key: 'mine',
    })
    expect(row.body.doc.patient).toBe(of.patient)
    expect(row.body.doc.key).not.toBe('mine')
    await chart.kim.client.patch(`/api/plan-goals/${row.body.doc.id}`, {
      key: 'other',
      plan: foreign.plan,
      patient: foreign.patient,
    })
    expect(await read(app, 'plan-goals', row.body.doc.id)).toMatchObject({
      key: row.body.doc.key,
      plan: of.plan,
      patient: of.patient,
    })
    expect([400, 403]).toContain(
      (
        await chart.theo.client.post('/api/plan-goals', {
          plan: of.plan,
          parentKey: 'problem-x',
          text: 'x',
        })
      ).status,
    )
    expect((await chart.theo.client.get(planPath(of.plan))).status).toBe(404)
    expect((await chart.ben.client.get('/api/treatment-plans')).status).toBe(403)
  })

  it('are seen by the patient once shared, with their rows, without what is the team’s', async () => {
    const of = await plans.draft('Seen')
    expect((await of.portal.client.get(planPath(of.plan))).status).toBe(404)
    expect((await of.portal.client.get('/api/plan-goals')).body.totalDocs).toBe(0)
    await chart.kim.client.post(planPath(of.plan, 'ready'))
    await chart.kim.client.post(planPath(of.plan, 'share'))
    expect((await of.portal.client.get(planPath(of.plan))).body.strengths).toBe(
      planHeader.strengths,
    )
    for (const slug of ['plan-problems', 'plan-goals', 'plan-objectives', 'plan-interventions']) {
      expect((await of.portal.client.get(`/api/${slug}`)).body.totalDocs, slug).toBe(1)
    }
    expect(
      await rowsOf(app, 'outbox', { template: 'something-to-read', recipientId: of.portal.id }),
    ).toHaveLength(1)
    expect((await of.portal.client.patch(planPath(of.plan), { strengths: 'x' })).status).toBe(403)
    expect((await chart.portal.client.post(planPath(of.plan, 'sign'), planSignature)).status).toBe(
      404,
    )
  })
})

describe('a trainee’s plan', () => {
  it('goes to the supervisor, who returns or approves it (R56)', async () => {
    const of = await plans.draft('Trainee', chart.leo)
    expect((await chart.leo.client.post(planPath(of.plan, 'ready'))).body.status).toBe(
      'underReview',
    )
    expect(
      await rowsOf(app, 'tasks', { kind: 'cosign', recordId: of.plan, assignee: chart.kim.id }),
    ).toHaveLength(1)
    expect((await chart.leo.client.post(planPath(of.plan, 'share'))).status).toBe(409)
    const second = await chart.leo.client.post('/api/treatment-plans', { patient: of.patient })
    expect(messageIn(second)).toBe('Finish the plan under review first.')
    expect((await chart.leo.client.post(planPath(of.plan, 'approve'))).status).toBe(403)
    expect(
      (await chart.kim.client.post(planPath(of.plan, 'return'), { comment: 'Sharper objective.' }))
        .status,
    ).toBe(200)
    expect((await chart.leo.client.get(planPath(of.plan))).body).toMatchObject({
      status: 'draft',
      returnComment: 'Sharper objective.',
    })
    await chart.leo.client.post(planPath(of.plan, 'ready'))
    expect(statuses(await race(chart.kim.client, planPath(of.plan, 'approve')))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await read(app, 'treatment-plans', of.plan)).toMatchObject({
      status: 'ready',
      signedBy: chart.leo.id,
      cosignedBy: chart.kim.id,
    })
    expect((await chart.leo.client.post(planPath(of.plan, 'share'))).status).toBe(200)
    expect((await of.portal.client.get(planPath(of.plan))).body.returnComment).toBeUndefined()
  })
})

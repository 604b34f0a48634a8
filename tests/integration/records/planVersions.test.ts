import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { practiceToday } from '@/src/lib/practiceZone'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addSession, type Chart, freshPasswords, makeChart } from '@/tests/support/chart'
import { read } from '@/tests/support/people'
import { type Plans, planHeader, planPath, planSignature, plansOf } from '@/tests/support/plans'
import {
  crashAndRecover,
  messageIn,
  race,
  requestAs,
  rowsOf,
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

describe('R30 an active plan is changed by a version', () => {
  it('refuses changes of the plan and its rows at every door, but for progress', async () => {
    const of = await plans.active('Fixed')
    const before = await read(app, 'treatment-plans', of.plan)
    const rest = await chart.kim.client.patch(planPath(of.plan), { frequency: 'Monthly' })
    expect(rest.status).toBe(409)
    expect(rest.body.errors[0]).toMatchObject({ rule: 'R30' })
    expect(messageIn(rest)).toContain('make version 2')
    const graph = await chart.kim.client.graphql(
      `mutation { updateTreatmentPlan(id: "${of.plan}", data: { frequency: "Monthly" }) { id } }`,
    )
    expect(JSON.stringify(graph.body.errors)).toContain('R30')
    await expect(
      asUser(await requestAs(app, chart.kim)).update({
        collection: 'treatment-plans',
        id: of.plan,
        data: { frequency: 'x' },
      }),
    ).rejects.toThrow('Revise plan')
    await chart.kim.client.patch(`/api/treatment-plans?where[id][equals]=${of.plan}`, {
      frequency: 'Monthly',
    })
    const objective = `/api/plan-objectives/${of.objective}`
    expect((await chart.kim.client.patch(objective, { targetValue: 12 })).status).toBe(409)
    expect((await chart.kim.client.patch(objective, { text: 'Easier' })).status).toBe(409)
    await chart.kim.client.graphql(
      `mutation { updatePlanObjective(id: "${of.objective}", data: { targetValue: 12 }) { id } }`,
    )
    await chart.kim.client.patch(`/api/plan-objectives?where[id][equals]=${of.objective}`, {
      targetValue: 12,
    })
    const added = await chart.kim.client.post('/api/plan-goals', {
      plan: of.plan,
      parentKey: 'problem-1',
      text: 'More',
    })
    expect(added.status).toBe(409)
    expect((await chart.kim.client.patch(objective, { status: 'in-progress' })).status).toBe(200)
    expect(await read(app, 'plan-objectives', of.objective)).toMatchObject({
      targetValue: 9,
      status: 'in-progress',
    })
    expect(await read(app, 'treatment-plans', of.plan)).toEqual(before)
  })

  it('keeps the old version in force until the new one is signed, and notes keep theirs', async () => {
    const of = await plans.active('Versions')
    const session = await addSession(app, {
      patient: of.patient,
      clinician: chart.kim.id,
      location: chart.location,
      hoursAgo: 0,
    })
    const note = await chart.kim.client.post('/api/progress-notes', { session })
    expect(note.body.doc.treatmentPlan).toBe(of.plan)
    const answer = await chart.kim.client.post(planPath(of.plan, 'revise'))
    expect(answer.status).toBe(200)
    expect(answer.body.result.message).toBe('You are making version 2.')
    const next = String(answer.body.result.planId)
    expect(await read(app, 'treatment-plans', next)).toMatchObject({
      version: 2,
      status: 'draft',
      supersedes: of.plan,
    })
    expect((await chart.kim.client.get(planPath(next))).body.strengths).toBe(planHeader.strengths)
    const [old] = await rowsOf(app, 'plan-objectives', { plan: of.plan })
    const [copy] = await rowsOf(app, 'plan-objectives', { plan: next })
    expect(copy).toMatchObject({ key: old?.['key'], targetValue: 9, isShared: false })
    expect((await chart.kim.client.get(`/api/plan-objectives/${copy?.id}`)).body.text).toBe(
      'PHQ-9 from 16 to 9',
    )
    expect((await chart.kim.client.post(planPath(of.plan, 'revise'))).status).toBe(409)
    await chart.kim.client.patch(`/api/plan-objectives/${copy?.id}`, { targetValue: 4 })
    for (const action of ['ready', 'share'])
      expect((await chart.kim.client.post(planPath(next, action))).status).toBe(200)
    expect((await read(app, 'treatment-plans', of.plan))['status']).toBe('active')
    expect((await of.portal.client.post(planPath(next, 'sign'), planSignature)).status).toBe(200)
    expect(await read(app, 'treatment-plans', of.plan)).toMatchObject({
      status: 'superseded',
      endedOn: practiceToday(),
    })
    expect((await read(app, 'progress-notes', note.body.doc.id))['treatmentPlan']).toBe(of.plan)
    expect((await chart.kim.client.patch(planPath(of.plan), { frequency: 'x' })).status).toBe(409)
  })

  it('closes a version that never was in force, and takes it out of the portal', async () => {
    const of = await plans.shared('Reworked')
    expect((await chart.kim.client.post(planPath(of.plan, 'revise'))).status).toBe(200)
    expect((await read(app, 'treatment-plans', of.plan))['status']).toBe('closed')
    expect((await of.portal.client.get('/api/plan-goals')).body.totalDocs).toBe(0)
    expect((await of.portal.client.post(planPath(of.plan, 'sign'), planSignature)).status).toBe(404)
  })

  it('makes one version for five who revise at once', async () => {
    const of = await plans.active('Fives')
    expect(statuses(await race(chart.kim.client, planPath(of.plan, 'revise')))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await rowsOf(app, 'treatment-plans', { patient: of.patient })).toHaveLength(2)
  })

  it.each(['before-commit', 'after-commit', 'before-copy', 'before-hide', 'before-done'])(
    'survives a crash of revising %s',
    async (point) => {
      const of = await plans.active(`Revise ${point}`)
      await crashAndRecover(app, {
        point: `treatment-plans.revise:${point}`,
        call: () => chart.kim.client.post(planPath(of.plan, 'revise')),
      })
      const next = (await rowsOf(app, 'treatment-plans', { patient: of.patient })).filter(
        (plan) => plan['version'] === 2,
      )
      expect(next).toHaveLength(1)
      for (const slug of ['plan-problems', 'plan-goals', 'plan-objectives', 'plan-interventions']) {
        expect(await rowsOf(app, slug, { plan: next[0]?.id }), slug).toHaveLength(1)
      }
    },
  )
})

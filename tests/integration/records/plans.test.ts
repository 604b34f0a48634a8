import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { practiceToday } from '@/src/lib/practiceZone'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  addPatient,
  addSession,
  type Chart,
  freshPasswords,
  makeChart,
} from '@/tests/support/chart'
import { insert, makePortalUser, type Person, read } from '@/tests/support/people'
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

type Case = { patient: string; plan: string; portal: Person; objective: string }

const header = {
  strengths: 'Keeps appointments',
  natureOfService: 'Individual psychotherapy',
  frequency: 'Weekly',
  schedule: '50 minutes for 12 weeks',
  dischargeCriteria: 'PHQ-9 under 5 twice',
}

const path = (id: string, action = ''): string =>
  `/api/treatment-plans/${id}${action && `/${action}`}`

const made = async (by: Person, slug: string, body: Record<string, unknown>) => {
  const answer = await by.client.post(`/api/${slug}`, body)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc as { id: string; key: string } // what was made
}

/** A whole plan in draft. */
const newPlan = async (name: string, by: Person = chart.kim): Promise<Case> => {
  const patient = await addPatient(app, name, [...new Set([by, chart.kim])])
  const diagnosis = await addDiagnosis(app, patient)
  const portal = await makePortalUser(
    app,
    patient,
    `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.test`,
  )
  const { id: plan } = await made(by, 'treatment-plans', { patient, ...header })
  const problem = await made(by, 'plan-problems', { plan, text: 'Low mood', diagnosis })
  const goal = await made(by, 'plan-goals', {
    plan,
    parentKey: problem.key,
    text: 'Enjoy things again',
  })
  const objective = await made(by, 'plan-objectives', {
    plan,
    parentKey: goal.key,
    text: 'PHQ-9 from 16 to 9',
    measureId: 'PHQ-9',
    baselineValue: 16,
    targetValue: 9,
    targetDate: '2090-01-01',
  })
  await made(by, 'plan-interventions', {
    plan,
    parentKey: objective.key,
    text: 'Activity schedule',
    techniqueTags: 'cbt.behavioral-activation',
  })
  return { patient, plan, portal, objective: objective.id }
}

const shared = async (name: string): Promise<Case> => {
  const of = await newPlan(name)
  for (const action of ['ready', 'share']) {
    const answer = await chart.kim.client.post(path(of.plan, action))
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  return of
}

const signature = { signerName: 'Ana Test', agree: true }

const active = async (name: string): Promise<Case> => {
  const of = await shared(name)
  const answer = await of.portal.client.post(path(of.plan, 'sign'), signature)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return of
}

describe('R26 a plan is whole before it is ready', () => {
  it('says what is missing, at every door', async () => {
    const patient = await addPatient(app, 'Bare', [chart.kim])
    const { id } = await made(chart.kim, 'treatment-plans', { patient })
    const rest = await chart.kim.client.post(path(id, 'ready'))
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
    await chart.kim.client.patch(path(id), { status: 'ready' })
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
    expect((await chart.kim.client.post(path(id, 'duplicate'))).status).toBe(404)
    expect((await chart.kim.client.post(`/api/treatment-plans/versions/${id}`)).status).toBe(404)
    expect((await read(app, 'treatment-plans', id))['status']).toBe('draft')
    const open = await chart.kim.client.get(path(id, 'readiness'))
    expect(open.body.isReady).toBe(false)
  })

  it('names the objective that cannot be measured', async () => {
    const of = await newPlan('Vague')
    expect((await chart.kim.client.get(path(of.plan, 'readiness'))).body.isReady).toBe(true)
    await chart.kim.client.patch(`/api/plan-objectives/${of.objective}`, { measureId: null })
    const answer = await chart.kim.client.post(path(of.plan, 'ready'))
    expect(messageIn(answer)).toBe('Objective 1 has no way to measure it.')
  })

  it('is signed by the clinician when it is', async () => {
    const of = await newPlan('Whole')
    expect(statuses(await race(chart.kim.client, path(of.plan, 'ready')))).toEqual([
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
    const of = await newPlan('Twice')
    const second = await chart.kim.client.post('/api/treatment-plans', { patient: of.patient })
    expect(second.status).toBe(409)
    const patient = await addPatient(app, 'Five', [chart.kim])
    const answers = await race(chart.kim.client, '/api/treatment-plans', { patient })
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('take rows of the own patient only, under keys that stay', async () => {
    const of = await newPlan('Rows')
    const foreign = await newPlan('Rows two')
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
    expect((await chart.theo.client.get(path(of.plan))).status).toBe(404)
    expect((await chart.ben.client.get('/api/treatment-plans')).status).toBe(403)
  })

  it('are seen by the patient once shared, with their rows, without what is the team’s', async () => {
    const of = await newPlan('Seen')
    expect((await of.portal.client.get(path(of.plan))).status).toBe(404)
    expect((await of.portal.client.get('/api/plan-goals')).body.totalDocs).toBe(0)
    await chart.kim.client.post(path(of.plan, 'ready'))
    await chart.kim.client.post(path(of.plan, 'share'))
    expect((await of.portal.client.get(path(of.plan))).body.strengths).toBe(header.strengths)
    for (const slug of ['plan-problems', 'plan-goals', 'plan-objectives', 'plan-interventions']) {
      expect((await of.portal.client.get(`/api/${slug}`)).body.totalDocs, slug).toBe(1)
    }
    expect(
      await rowsOf(app, 'outbox', { template: 'something-to-read', recipientId: of.portal.id }),
    ).toHaveLength(1)
    expect((await of.portal.client.patch(path(of.plan), { strengths: 'x' })).status).toBe(403)
    expect((await chart.portal.client.post(path(of.plan, 'sign'), signature)).status).toBe(404)
  })
})

describe('R27 a plan comes into force by the client’s answer', () => {
  it('by signature in the portal, for five at once only one time', async () => {
    const of = await shared('Signs')
    const task = await insert(app, 'tasks', {
      uniqueKey: `plan-due|${of.patient}`,
      title: 'Plan',
      kind: 'plan-due',
      recordId: of.patient,
      status: 'open',
    })
    expect(
      (await of.portal.client.post(path(of.plan, 'sign'), { signerName: 'Ana', agree: false }))
        .status,
    ).toBe(400)
    expect((await of.portal.client.post(path(of.plan, 'sign'), { agree: true })).status).toBe(400)
    expect((await chart.kim.client.post(path(of.plan, 'sign'), signature)).status).toBe(403)
    expect(statuses(await race(of.portal.client, path(of.plan, 'sign'), signature))).toEqual([
      200, 409, 409, 409, 409,
    ])
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
    const of = await shared('Refuses')
    const rest = await chart.kim.client.post(path(of.plan, 'record-agreement'), {
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
    expect((await chart.kim.client.patch(path(of.plan), { status: 'active' })).status).toBe(409)
    await chart.kim.client.patch(`/api/treatment-plans?where[id][equals]=${of.plan}`, {
      status: 'active',
    })
    expect(
      (
        await chart.leo.client.post(path(of.plan, 'record-agreement'), {
          agreement: 'verbal',
          note: 'x',
        })
      ).status,
    ).toBe(404)
    expect((await read(app, 'treatment-plans', of.plan))['status']).toBe('shared')
    const answer = await chart.kim.client.post(path(of.plan, 'record-agreement'), {
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
    const of = await shared('Declines')
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
    const foreign = await shared('Declines two')
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
    expect((await of.portal.client.post(path(of.plan, 'decline'), {})).status).toBe(400)
    expect(
      (await of.portal.client.post(path(of.plan, 'decline'), { reason: 'Not my goals.' })).status,
    ).toBe(200)
    expect((await of.portal.client.post(path(of.plan, 'sign'), signature)).status).toBe(409)
    expect((await chart.kim.client.get(path(of.plan))).body).toMatchObject({
      status: 'declined',
      agreementNote: 'Not my goals.',
    })
  })

  it('refuses a text that is not the one that was shared', async () => {
    const of = await shared('Tampered')
    await app.payload.db.updateOne({
      collection: 'plan-objectives',
      id: of.objective,
      data: { targetValue: 1 },
    })
    expect((await of.portal.client.post(path(of.plan, 'sign'), signature)).status).toBe(409)
    expect((await read(app, 'treatment-plans', of.plan))['status']).toBe('shared')
  })

  it.each(['before-commit', 'after-commit', 'before-older', 'before-tasks', 'before-done'])(
    'survives a crash of signing %s',
    async (point) => {
      const of = await shared(`Crash ${point}`)
      await crashAndRecover(app, {
        point: `treatment-plans.sign:${point}`,
        call: () => of.portal.client.post(path(of.plan, 'sign'), signature),
      })
      expect(await read(app, 'treatment-plans', of.plan)).toMatchObject({
        status: 'active',
        pendingAction: null,
      })
    },
  )
})

describe('R30 an active plan is changed by a version', () => {
  it('refuses changes of the plan and its rows at every door, but for progress', async () => {
    const of = await active('Fixed')
    const before = await read(app, 'treatment-plans', of.plan)
    const rest = await chart.kim.client.patch(path(of.plan), { frequency: 'Monthly' })
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
    const of = await active('Versions')
    const session = await addSession(app, {
      patient: of.patient,
      clinician: chart.kim.id,
      location: chart.location,
      hoursAgo: 0,
    })
    const note = await chart.kim.client.post('/api/progress-notes', { session })
    expect(note.body.doc.treatmentPlan).toBe(of.plan)
    const answer = await chart.kim.client.post(path(of.plan, 'revise'))
    expect(answer.status).toBe(200)
    expect(answer.body.result.message).toBe('You are making version 2.')
    const next = String(answer.body.result.planId)
    expect(await read(app, 'treatment-plans', next)).toMatchObject({
      version: 2,
      status: 'draft',
      supersedes: of.plan,
    })
    expect((await chart.kim.client.get(path(next))).body.strengths).toBe(header.strengths)
    const [old] = await rowsOf(app, 'plan-objectives', { plan: of.plan })
    const [copy] = await rowsOf(app, 'plan-objectives', { plan: next })
    expect(copy).toMatchObject({ key: old?.['key'], targetValue: 9, isShared: false })
    expect((await chart.kim.client.get(`/api/plan-objectives/${copy?.id}`)).body.text).toBe(
      'PHQ-9 from 16 to 9',
    )
    expect((await chart.kim.client.post(path(of.plan, 'revise'))).status).toBe(409)
    await chart.kim.client.patch(`/api/plan-objectives/${copy?.id}`, { targetValue: 4 })
    for (const action of ['ready', 'share'])
      expect((await chart.kim.client.post(path(next, action))).status).toBe(200)
    expect((await read(app, 'treatment-plans', of.plan))['status']).toBe('active')
    expect((await of.portal.client.post(path(next, 'sign'), signature)).status).toBe(200)
    expect(await read(app, 'treatment-plans', of.plan)).toMatchObject({
      status: 'superseded',
      endedOn: practiceToday(),
    })
    expect((await read(app, 'progress-notes', note.body.doc.id))['treatmentPlan']).toBe(of.plan)
    expect((await chart.kim.client.patch(path(of.plan), { frequency: 'x' })).status).toBe(409)
  })

  it('closes a version that never was in force, and takes it out of the portal', async () => {
    const of = await shared('Reworked')
    expect((await chart.kim.client.post(path(of.plan, 'revise'))).status).toBe(200)
    expect((await read(app, 'treatment-plans', of.plan))['status']).toBe('closed')
    expect((await of.portal.client.get('/api/plan-goals')).body.totalDocs).toBe(0)
    expect((await of.portal.client.post(path(of.plan, 'sign'), signature)).status).toBe(404)
  })

  it('makes one version for five who revise at once', async () => {
    const of = await active('Fives')
    expect(statuses(await race(chart.kim.client, path(of.plan, 'revise')))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await rowsOf(app, 'treatment-plans', { patient: of.patient })).toHaveLength(2)
  })

  it.each(['before-commit', 'after-commit', 'before-copy', 'before-hide', 'before-done'])(
    'survives a crash of revising %s',
    async (point) => {
      const of = await active(`Revise ${point}`)
      await crashAndRecover(app, {
        point: `treatment-plans.revise:${point}`,
        call: () => chart.kim.client.post(path(of.plan, 'revise')),
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

describe('a trainee’s plan', () => {
  it('goes to the supervisor, who returns or approves it (R56)', async () => {
    const of = await newPlan('Trainee', chart.leo)
    expect((await chart.leo.client.post(path(of.plan, 'ready'))).body.status).toBe('underReview')
    expect(
      await rowsOf(app, 'tasks', { kind: 'cosign', recordId: of.plan, assignee: chart.kim.id }),
    ).toHaveLength(1)
    expect((await chart.leo.client.post(path(of.plan, 'share'))).status).toBe(409)
    const second = await chart.leo.client.post('/api/treatment-plans', { patient: of.patient })
    expect(messageIn(second)).toBe('Finish the plan under review first.')
    expect((await chart.leo.client.post(path(of.plan, 'approve'))).status).toBe(403)
    expect(
      (await chart.kim.client.post(path(of.plan, 'return'), { comment: 'Sharper objective.' }))
        .status,
    ).toBe(200)
    expect((await chart.leo.client.get(path(of.plan))).body).toMatchObject({
      status: 'draft',
      returnComment: 'Sharper objective.',
    })
    await chart.leo.client.post(path(of.plan, 'ready'))
    expect(statuses(await race(chart.kim.client, path(of.plan, 'approve')))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await read(app, 'treatment-plans', of.plan)).toMatchObject({
      status: 'ready',
      signedBy: chart.leo.id,
      cosignedBy: chart.kim.id,
    })
    expect((await chart.leo.client.post(path(of.plan, 'share'))).status).toBe(200)
    expect((await of.portal.client.get(path(of.plan))).body.returnComment).toBeUndefined()
  })
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
    expect((await chart.kim.client.post(path(id, 'extend'), { days: 7, reason })).status).toBe(403)
    expect((await chart.imani.client.post(path(id, 'extend'), { days: 8, reason })).status).toBe(
      422,
    )
    expect(
      (await chart.imani.client.post(path(id, 'extend'), { days: 7, reason: '' })).status,
    ).toBe(400)
    expect((await chart.imani.client.post(path(id, 'extend'), { days: 7, reason })).status).toBe(
      200,
    )
    expect((await chart.imani.client.post(path(id, 'extend'), { days: 1, reason })).status).toBe(
      422,
    )
    expect(await rowsOf(app, 'overrides', { ruleId: 'R23', recordId: id })).toHaveLength(1)
    expect(
      (await chart.kim.client.get(`/api/patients/${patient}/chart-summary`)).body.planDue.isOverdue,
    ).toBe(false)
  })

  it('is over once a plan is in force', async () => {
    const of = await active('In force')
    await intake(of.patient, 40 * 24)
    expect(
      (await chart.kim.client.get(`/api/patients/${of.patient}/chart-summary`)).body.planDue,
    ).toBeNull()
  })
})

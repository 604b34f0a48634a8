import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, freshPasswords, makeChart } from '@/tests/support/chart'
import { insert, makeStaff, read } from '@/tests/support/people'
import { race, requestAs, ruleIn, statuses } from '@/tests/support/practice'

let app: TestApp
let chart: Chart

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

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

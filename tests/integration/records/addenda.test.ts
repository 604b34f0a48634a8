import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  addPatient,
  type Chart,
  freshPasswords,
  makeChart,
  wholeNote,
} from '@/tests/support/chart'
import { notePath, notesOf } from '@/tests/support/notes'
import { makePortalUser } from '@/tests/support/people'
import { messageIn, race, requestAs, rowsOf, ruleIn, statuses } from '@/tests/support/practice'

let app: TestApp
let chart: Chart
let draft: ReturnType<typeof notesOf>['draft']
let signed: ReturnType<typeof notesOf>['signed']

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  await addDiagnosis(app, chart.ana)
  ;({ draft, signed } = notesOf(app, () => chart))
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

describe('sharing', () => {
  it('shows a final note and its addenda in the portal, without what is the team’s', async () => {
    const id = await draft({}, { ...wholeNote, riskLine: 'Canary for the team' })
    await chart.kim.client.post(notePath(id, 'sign'))
    expect((await chart.portal.client.get(notePath(id))).status).toBe(404)
    expect((await chart.kim.client.post(notePath(id, 'share'))).status).toBe(200)
    const seen = await chart.portal.client.get(notePath(id))
    expect(seen.body.reported).toBe(wholeNote.reported)
    expect(JSON.stringify(seen.body)).not.toContain('Canary')
    expect((await chart.kim.client.post(notePath(id, 'share'))).status).toBe(409)
  })
})

describe('R53 addenda', () => {
  const add = (id: string, by = chart.kim, text = 'One more thing.') =>
    by.client.post('/api/addenda', { note: id, text })

  it('follow the note and each other, and stand still once signed', async () => {
    const open = await draft()
    const early = await add(open)
    expect(early.status).toBe(422)
    expect(ruleIn(early)).toBe('R53')
    const id = await signed()
    const first = await add(id)
    expect(first.status).toBe(201)
    expect(first.body.doc).toMatchObject({
      number: 1,
      status: 'draft',
      author: chart.kim.id,
      patient: chart.ana,
    })
    const second = await add(id)
    expect(messageIn(second)).toBe('Sign the earlier addendum first.')
    const graph = await chart.kim.client.graphql(
      `mutation { createAddendum(data: { note: "${id}", kind: addendum, text: "x" }) { id } }`,
    )
    expect(JSON.stringify(graph.body.errors)).toContain('R53')
    await expect(
      asUser(await requestAs(app, chart.kim)).create({
        collection: 'addenda',
        data: { note: id, text: 'x', kind: 'addendum' },
      }),
    ).rejects.toThrow('Sign the earlier addendum first.')
    const sign = `/api/addenda/${first.body.doc.id}/sign`
    expect((await chart.kim.client.post(sign)).status).toBe(200)
    const change = await chart.kim.client.patch(`/api/addenda/${first.body.doc.id}`, {
      text: 'Changed',
    })
    expect(change.status).toBe(409)
    expect(ruleIn(change)).toBe('R52')
    expect((await add(id)).status).toBe(201)
  })

  it('are the author’s', async () => {
    const id = await signed()
    expect((await add(id, chart.leo)).status).toBe(422)
    expect([400, 403, 404]).toContain((await add(id, chart.ben)).status)
    const far = await addPatient(app, 'Far', [chart.theo])
    await addDiagnosis(app, far)
    const foreign = await signed({ by: chart.theo, patient: far })
    expect((await add(foreign)).status).toBe(400)
    expect((await chart.kim.client.post('/api/addenda', { text: 'x' })).status).toBe(400)
  })

  it('are the supervisor’s once the author left', async () => {
    const patient = await addPatient(app, 'Left', [chart.leo])
    await addDiagnosis(app, patient)
    const id = await signed({ by: chart.leo, patient })
    await chart.kim.client.post(notePath(id, 'cosign'))
    expect((await add(id)).status).toBe(422)
    await app.payload.db.updateOne({
      collection: 'staff',
      id: chart.leo.id,
      data: { isActive: false },
    })
    const made = await add(id)
    expect(made.status).toBe(201)
    expect((await chart.kim.client.post(`/api/addenda/${made.body.doc.id}/sign`)).status).toBe(200)
    await app.payload.db.updateOne({
      collection: 'staff',
      id: chart.leo.id,
      data: { isActive: true },
    })
  })

  it('by a trainee wait for the co-signature and are shown with a shared note', async () => {
    const id = await signed({ by: chart.leo })
    await chart.kim.client.post(notePath(id, 'cosign'))
    await chart.kim.client.post(notePath(id, 'share'))
    const made = await add(id, chart.leo, 'From Leo.')
    const addendum = `/api/addenda/${made.body.doc.id}`
    expect((await chart.leo.client.post(`${addendum}/sign`)).body.status).toBe('pendingCosign')
    expect((await chart.portal.client.get(addendum)).status).toBe(404)
    expect(statuses(await race(chart.kim.client, `${addendum}/cosign`))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect((await chart.portal.client.get(addendum)).body.text).toBe('From Leo.')
  })

  it('are numbered once for five who write at once', async () => {
    const id = await signed()
    await Promise.all([1, 2, 3, 4, 5].map(() => add(id)))
    const rows = await rowsOf(app, 'addenda', { note: id })
    expect(rows.map((row) => row['number'])).toEqual([1])
  })
})

it('a patient cannot reach another one’s notes', async () => {
  const other = await makePortalUser(app, chart.bob, 'bob@example.test')
  const id = await signed()
  await chart.kim.client.post(notePath(id, 'share'))
  expect((await other.client.get(notePath(id))).status).toBe(404)
  expect((await other.client.get('/api/progress-notes')).body.totalDocs).toBe(0)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import { testPassword } from '@/tests/support/client'
import { notePath, notesOf } from '@/tests/support/notes'
import { insert, makeStaff, type Person } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

const matter = 'The other side asked on 3 April to keep everything.'

let app: TestApp
let chart: Chart
let sam: Person

const place = (person: Person, more: Record<string, unknown> = {}) =>
  person.client.post('/api/legal-holds/place', {
    patient: chart.ana,
    reasonCode: 'lawyer',
    matter,
    ...more,
  })

const lift = (person: Person, id: string, more: Record<string, unknown> = {}) =>
  person.client.post(`/api/legal-holds/${id}/lift`, {
    liftReason: 'Settled on 10 April.',
    _password: testPassword,
    ...more,
  })

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  sam = await makeStaff(app, 'Sam', ['compliance'])
})

afterAll(() => app.stop())

describe('R67 a legal hold', () => {
  it('is placed by compliance and the owner, with a patient and a reason', async () => {
    for (const person of [chart.kim, chart.ben, chart.imani, chart.dana])
      expect((await place(person)).status).toBe(403)
    expect([403, 404]).toContain((await place(chart.portal)).status)
    for (const more of [
      { matter: '' },
      { reasonCode: '' },
      { reasonCode: 'because' },
      { patient: 'nobody' },
      { patient: crypto.randomUUID() },
    ])
      expect((await place(sam, more)).status, JSON.stringify(more)).toBe(400)
    expect(await rowsOf(app, 'legal-holds', {})).toEqual([])
    expect((await place(chart.rosa)).status).toBe(201)
  })

  it('is seen by who works with the chart; why, only by who answers for it', async () => {
    const [hold] = await rowsOf(app, 'legal-holds', {})
    const path = `/api/legal-holds/${hold?.['id']}`
    expect((await sam.client.get(path)).body.matter).toBe(matter)
    for (const person of [chart.kim, chart.ben]) {
      const seen = await person.client.get(path)
      expect([seen.status, seen.body.status]).toEqual([200, 'active'])
      expect(JSON.stringify(seen.body)).not.toContain('other side')
    }
    expect((await chart.theo.client.get(path)).status).toBe(404)
    expect([403, 404]).toContain((await chart.portal.client.get(path)).status)
    const raw = JSON.stringify(await rowsOf(app, 'legal-holds', {}))
    expect(raw).not.toContain('other side')
  })

  it('keeps notes and files from being marked as entered in error, until the last one is lifted', async () => {
    const note = await notesOf(app, () => chart).draft({ by: chart.kim, patient: chart.ana })
    const file = await insert(app, 'documents', {
      patient: chart.ana,
      kind: 'other',
      status: 'active',
      filename: 'a.pdf',
      mimeType: 'application/pdf',
      filesize: 10,
    })
    const secret = await chart.kim.client.post('/api/psychotherapy-notes', {
      patient: chart.ana,
      text: 'A thought.',
    })
    const voids = () => [
      () => chart.kim.client.post(notePath(note, 'void'), { reason: 'Wrong person.' }),
      () => chart.ben.client.post(`/api/documents/${file}/void`, { reason: 'Wrong person.' }),
      () => chart.kim.client.post(`/api/psychotherapy-notes/${secret.body.doc.id}/void`, {}),
    ]
    const second = await place(sam, { reasonCode: 'board' })
    for (const ask of voids()) {
      const refused = await ask()
      expect(refused.status, JSON.stringify(refused.body)).toBe(422)
      expect(refused.body.errors[0]).toMatchObject({ rule: 'R67' })
      expect(refused.body.errors[0].message).toContain('legal hold')
    }
    expect((await lift(sam, second.body.id)).status).toBe(200)
    expect((await voids()[0]?.())?.status).toBe(422)
    const [first] = await rowsOf(app, 'legal-holds', { status: 'active' })
    expect((await lift(sam, String(first?.['id']))).status).toBe(200)
    for (const ask of voids()) expect((await ask()).status).toBe(200)
  })

  it('is lifted by compliance alone, with the password and a reason, and once', async () => {
    const { body } = await place(sam)
    expect((await lift(chart.rosa, body.id)).status).toBe(403)
    expect((await lift(sam, body.id, { liftReason: '' })).status).toBe(400)
    expect((await lift(sam, body.id)).status).toBe(200)
    expect((await lift(sam, body.id)).status).toBe(409)
    for (const answer of [
      await sam.client.patch(`/api/legal-holds/${body.id}`, { status: 'active' }),
      await sam.client.post('/api/legal-holds', { patient: chart.ana, reasonCode: 'lawyer' }),
      await sam.client.delete(`/api/legal-holds/${body.id}`),
    ])
      expect([403, 404, 405, 422]).toContain(answer.status)
  })
})

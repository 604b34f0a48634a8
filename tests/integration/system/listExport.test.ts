import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { everyScope, makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, freshPasswords, makeChart } from '@/tests/support/chart'
import { clientOf } from '@/tests/support/client'
import { insert } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let chart: Chart

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  await freshPasswords(app)
  for (const [index, status] of ['voided', 'ready', 'ready'].entries())
    await insert(app, 'charges', {
      uniqueKey: `charge|${index}`,
      patient: index ? chart.ana : chart.bob,
      clinician: chart.kim.id,
      status,
      code: '90837',
      units: 1,
      amountCents: 15_000 + index,
      serviceDate: '2026-04-14',
    })
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const asked = { purpose: 'payment', recipient: 'accountant' }

/** Cells of a CSV without quotes in it. */
const cellsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))

describe('R61 a list as CSV', () => {
  it('has the filter of the list, names for references, and a line in the log before it leaves', async () => {
    const mine = await chart.rosa.client.post('/api/charges/csv', {
      ...asked,
      where: { status: { equals: 'ready' } },
      sort: '-amountCents',
    })
    expect([mine.status, mine.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8',
    ])
    const [heading = [], ...rows] = cellsOf(mine.body)
    const column = (name: string) => rows.map((row) => row[heading.indexOf(name)])
    expect(column('amountCents')).toEqual(['15002', '15001'])
    expect(column('patient')).toEqual(['Ana Silva', 'Ana Silva'])
    expect(heading).not.toContain('sealed')
    const log = await rowsOf(app, 'audit-events', { action: 'export', collectionSlug: 'charges' })
    expect(log).toMatchObject([{ purpose: 'payment', reason: '2 lines for accountant' }])
  })

  it('asks what for and for whom', async () => {
    for (const body of [{}, { purpose: 'payment' }, { purpose: 'x', recipient: 'accountant' }])
      expect((await chart.rosa.client.post('/api/charges/csv', body)).status).toBe(400)
  })

  it('holds no formula that a spreadsheet would run', async () => {
    await app.payload.db.updateOne({
      collection: 'patients',
      id: chart.bob,
      data: { firstName: '=HYPERLINK("http://x")', lastName: '+1', displayName: '@SUM(A1)' },
    })
    const { body } = await chart.rosa.client.post('/api/patients/csv', {
      ...asked,
      where: { id: { equals: chart.bob } },
    })
    expect(body).toContain('"\'=HYPERLINK(""http://x"")"')
    expect(body).toContain("'@SUM(A1)")
    expect(body).not.toMatch(/(^|,)[=+@-][^,\r\n\d]/m)
  })

  it('is for those to whom the table grants export, and never for software', async () => {
    for (const { client } of [chart.ben, chart.imani, chart.kim, chart.portal])
      expect((await client.post('/api/patients/csv', asked)).status).toBe(403)
    const software = await makeApiClient(app, { owner: chart.rosa.id, scopes: everyScope() })
    expect((await software.client.post('/api/patients/csv', asked)).status).toBe(403)
    expect((await clientOf(app).post('/api/patients/csv', asked)).status).toBe(401)
    expect((await chart.rosa.client.post('/api/tasks/csv', asked)).status).toBe(404)
  })

  it('holds of a clinician’s notes the own caseload, without a word of their text', async () => {
    for (const patient of [chart.ana, chart.bob])
      await insert(app, 'progress-notes', {
        uniqueKey: `note|${patient}`,
        patient,
        author: chart.kim.id,
        status: 'draft',
        recordUid: `uid-${patient}`,
      })
    const { body, status } = await chart.kim.client.post('/api/progress-notes/csv', asked)
    expect(status).toBe(200)
    expect(cellsOf(body)).toHaveLength(2)
    expect(body.split('\r\n')[0]).not.toMatch(/subjective|assessment|text|sealed/i)
  })

  it('asks the person again first', async () => {
    await app.payload.db.updateMany({
      collection: 'auth-sessions',
      where: { userId: { equals: chart.rosa.id } },
      data: { passwordAt: '2020-01-01T00:00:00.000Z' },
    })
    const answer = await chart.rosa.client.post('/api/charges/csv', asked)
    expect([answer.status, answer.body.errors[0].code]).toEqual([403, 'step-up'])
  })
})

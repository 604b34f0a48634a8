import { afterAll, beforeAll, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  addPatient,
  addSession,
  type Chart,
  makeChart,
  wholeNote,
} from '@/tests/support/chart'
import { insert, makePortalUser, type Person } from '@/tests/support/people'

let app: TestApp
let chart: Chart
let patient: string
let portal: Person

const points = (count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      insert(app, 'measure-responses', {
        uniqueKey: `point-${patient}-${index}-${clock.wall().getTime()}`,
        patient,
        measureId: 'PHQ-9',
        measureVersion: '1',
        status: 'submitted',
        submittedAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
        total: 18 - index * 2,
        band: 'moderate',
      }),
    ),
  )

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  patient = await addPatient(app, 'Summary', [chart.kim])
  portal = await makePortalUser(app, patient, 'summary@example.test')
  await addDiagnosis(app, patient)
  const session = await addSession(app, {
    patient,
    clinician: chart.kim.id,
    location: chart.location,
  })
  await chart.kim.client.post('/api/progress-notes', {
    session,
    ...wholeNote,
    reported: 'Canary words',
  })
  await chart.kim.client.post('/api/treatment-plans', { patient, strengths: 'Canary strengths' })
  await points(4)
})

afterAll(() => app.stop())

const path = (): string => `/api/patients/${patient}/chart-summary`

it('gives the clinician the workspace: sessions, notes, plan, scores, diagnoses, tasks', async () => {
  const { body, status } = await chart.kim.client.get(path())
  expect(status).toBe(200)
  expect(body.patient.displayName).toBe('Summary Test')
  expect(body.sessions).toHaveLength(1)
  expect(body.notes[0]).toMatchObject({ status: 'draft', author: chart.kim.id })
  expect(body.plan).toMatchObject({ version: 1, status: 'draft', objectives: [] })
  expect(body.diagnoses[0].code).toBe('F41.1')
  expect(body.measures[0]).toMatchObject({ measureId: 'PHQ-9', cutoff: 10 })
  expect(body.measures[0].points.map((point: { total: number }) => point.total)).toEqual([
    18, 16, 14, 12,
  ])
  expect(body.measures[0].change).toMatchObject({ points: -6, isReliablyImproved: true })
  expect(JSON.stringify(body)).not.toContain('Canary')
})

it('gives each reader only what their rights allow', async () => {
  const desk = await chart.ben.client.get(path())
  expect(desk.status).toBe(200)
  expect(desk.body).toMatchObject({ notes: null, plan: null, measures: null, risks: null })
  expect(desk.body.sessions).toHaveLength(1)
  const biller = await chart.dana.client.get(path())
  expect(biller.body.diagnoses[0].code).toBe('F41.1')
  expect(biller.body.notes).toBeNull()
  expect((await chart.theo.client.get(path())).status).toBe(404)
  expect((await chart.portal.client.get(path())).status).toBe(404)
  const own = await portal.client.get(path())
  expect(own.status).toBe(200)
  expect(own.body).toMatchObject({ notes: [], plan: null, risks: null, planDue: null })
})

it('asks the database the same number of questions however much there is', async () => {
  const { db } = app.payload
  const counted = { now: 0 }
  const find = db.find.bind(db)
  const findOne = db.findOne.bind(db)
  db.find = ((args) => {
    counted.now += 1
    return find(args)
  }) as typeof db.find
  db.findOne = ((args) => {
    counted.now += 1
    return findOne(args)
  }) as typeof db.findOne
  const count = async (): Promise<number> => {
    counted.now = 0
    expect((await chart.kim.client.get(path())).status).toBe(200)
    return counted.now
  }
  await count()
  const few = await count()
  await points(20)
  for (const code of ['F32.0', 'F32.1', 'F32.2']) await addDiagnosis(app, patient, { code })
  for (let index = 0; index < 8; index += 1) {
    await addSession(app, {
      patient,
      clinician: chart.kim.id,
      location: chart.location,
      hoursAgo: index,
    })
  }
  expect(await count()).toBe(few)
  db.find = find
  db.findOne = findOne
})

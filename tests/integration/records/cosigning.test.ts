import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '@/src/domain/calendarDate'
import { practiceToday } from '@/src/lib/practiceZone'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  addPatient,
  type Chart,
  freshPasswords,
  makeChart,
} from '@/tests/support/chart'
import { notePath, notesOf } from '@/tests/support/notes'
import { insert, makeStaff, read } from '@/tests/support/people'
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
let signed: ReturnType<typeof notesOf>['signed']

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  await addDiagnosis(app, chart.ana)
  ;({ signed } = notesOf(app, () => chart))
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

describe('R55 a trainee’s signature waits', () => {
  it('is pending, not final, not shared, and asks the supervisor', async () => {
    const id = await signed({ by: chart.leo })
    expect(await read(app, 'progress-notes', id)).toMatchObject({
      status: 'pendingCosign',
      isFinal: false,
    })
    const [task] = await rowsOf(app, 'tasks', { kind: 'cosign', recordId: id })
    expect(task?.['assignee']).toBe(chart.kim.id)
    const shared = await chart.kim.client.post(notePath(id, 'share'))
    expect(shared.status).toBe(422)
    expect(ruleIn(shared)).toBe('R55')
    const graph = await chart.kim.client.graphql(
      'mutation($id: String!) { shareProgressNotes(id: $id) { id } }',
      { id },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('R55')
    const edit = await chart.leo.client.patch(notePath(id), { isFinal: true, status: 'signed' })
    expect(edit.status).toBe(409)
    expect((await chart.portal.client.get(notePath(id))).status).toBe(404)
    expect(await read(app, 'progress-notes', id)).toMatchObject({
      status: 'pendingCosign',
      isFinal: false,
      isShared: false,
    })
  })

  it('comes back with a comment, is changed, signed again and co-signed', async () => {
    const id = await signed({ by: chart.leo })
    expect((await chart.kim.client.post(notePath(id, 'return'), {})).status).toBe(400)
    expect((await chart.leo.client.post(notePath(id, 'return'), { comment: 'x' })).status).toBe(403)
    expect(
      (
        await chart.kim.client.post(notePath(id, 'return'), {
          comment: 'Say more about the response.',
        })
      ).status,
    ).toBe(200)
    expect(await read(app, 'progress-notes', id)).toMatchObject({
      status: 'returned',
      signedAt: null,
      contentHash: null,
    })
    expect((await chart.leo.client.get(notePath(id))).body.returnComment).toBe(
      'Say more about the response.',
    )
    expect(
      (await rowsOf(app, 'tasks', { kind: 'returned', recordId: id, status: 'open' })).length,
    ).toBe(1)
    expect(
      (await chart.leo.client.patch(notePath(id), { response: 'Engaged, then tired.' })).status,
    ).toBe(200)
    expect((await chart.leo.client.post(notePath(id, 'sign'))).status).toBe(200)
    expect(
      (await rowsOf(app, 'tasks', { recordId: id, kind: 'returned', status: 'open' })).length,
    ).toBe(0)
    expect((await chart.kim.client.post(notePath(id, 'cosign'))).status).toBe(200)
    const row = await read(app, 'progress-notes', id)
    expect(row).toMatchObject({
      status: 'signed',
      isFinal: true,
      signedBy: chart.leo.id,
      cosignedBy: chart.kim.id,
    })
    expect(String(row['cosignedAt']) >= String(row['signedAt'])).toBe(true)
    expect(
      (await rowsOf(app, 'tasks', { recordId: id, kind: 'cosign', status: 'open' })).length,
    ).toBe(0)
  })
})

describe('R56 who may co-sign', () => {
  it('another person with a license and an agreement on the day of service', async () => {
    const own = await signed()
    expect((await chart.kim.client.post(notePath(own, 'cosign'))).status).toBe(409)
    const id = await signed({ by: chart.leo })
    expect((await chart.theo.client.post(notePath(id, 'cosign'))).status).toBe(404)
    expect((await chart.leo.client.post(notePath(id, 'cosign'))).status).toBe(403)
    const [agreement] = await rowsOf(app, 'supervision-agreements', { supervisor: chart.kim.id })
    const { serviceDate } = await read(app, 'progress-notes', id)
    const set = (data: Record<string, unknown>) =>
      app.payload.db.updateOne({
        collection: 'supervision-agreements',
        id: String(agreement?.id),
        data,
      })
    await set({ startsOn: '2090-01-01' })
    expect((await chart.kim.client.post(notePath(id, 'cosign'))).status).toBe(404)
    await set({ startsOn: '2020-01-01' })
    // Holds today, but not on the day of service.
    await app.payload.db.updateOne({
      collection: 'progress-notes',
      id,
      data: { serviceDate: '2019-06-01' },
    })
    const tampered = await chart.kim.client.post(notePath(id, 'cosign'))
    expect(tampered.status).toBe(409)
    await app.payload.db.updateOne({ collection: 'progress-notes', id, data: { serviceDate } })
    const [license] = await rowsOf(app, 'credentials', { staff: chart.kim.id })
    const expire = (expiresOn: string) =>
      app.payload.db.updateOne({
        collection: 'credentials',
        id: String(license?.id),
        data: { expiresOn },
      })
    await expire('2021-01-01')
    const unlicensed = await chart.kim.client.post(notePath(id, 'cosign'))
    expect(unlicensed.status).toBe(422)
    expect(ruleIn(unlicensed)).toBe('R56')
    const graph = await chart.kim.client.graphql(
      'mutation($id: String!) { cosignProgressNotes(id: $id) { id } }',
      { id },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('No license of yours')
    await chart.kim.client.patch(notePath(id), {
      status: 'signed',
      isFinal: true,
      cosignedBy: chart.kim.id,
    })
    expect((await read(app, 'progress-notes', id))['isFinal']).toBe(false)
    await expire('2090-12-31')
    expect((await chart.kim.client.post(notePath(id, 'cosign'))).status).toBe(200)
  })

  it('says when the agreement ended before the service', async () => {
    const intern = await makeStaff(app, 'Mia Ode', ['intern'])
    const patient = await addPatient(app, 'Ended', [intern])
    await addDiagnosis(app, patient)
    const sue = await makeStaff(app, 'Sue Ray', ['supervisor'])
    await insert(app, 'credentials', {
      staff: sue.id,
      kind: 'license',
      state: 'OR',
      number: 'S1',
      issuedOn: '2020-01-01',
      expiresOn: '2090-01-01',
    })
    const agree = (startsOn: string, endsOn: string | null) =>
      insert(app, 'supervision-agreements', {
        supervisor: sue.id,
        supervisee: intern.id,
        startsOn,
        endsOn,
      })
    // The session was two days ago, between the two agreements.
    await agree('2020-01-01', addDays(practiceToday(), -3))
    await agree(practiceToday(), null)
    const id = await signed({ by: intern, patient, hoursAgo: 48 })
    const answer = await sue.client.post(notePath(id, 'cosign'))
    expect(answer.status).toBe(422)
    expect(messageIn(answer)).toMatch(/Your agreement with Mia ended/)
  })

  it('lets one of five racers win', async () => {
    const id = await signed({ by: chart.leo })
    expect(statuses(await race(chart.kim.client, notePath(id, 'cosign')))).toEqual([
      200, 409, 409, 409, 409,
    ])
  })

  it.each(['before-commit', 'after-commit', 'before-tasks', 'before-charge'])(
    'survives a crash %s',
    async (point) => {
      const id = await signed({ by: chart.leo })
      await crashAndRecover(app, {
        point: `progress-notes.cosign:${point}`,
        call: () => chart.kim.client.post(notePath(id, 'cosign')),
      })
      expect(await read(app, 'progress-notes', id)).toMatchObject({
        status: 'signed',
        isFinal: true,
      })
      expect(
        (await rowsOf(app, 'tasks', { recordId: id, kind: 'cosign', status: 'open' })).length,
      ).toBe(0)
    },
  )
})

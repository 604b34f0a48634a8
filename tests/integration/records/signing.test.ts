import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { noteHash } from '@/collections/records/notes/canonicalNote'
import { factReader } from '@/hooks/facts'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  addPatient,
  type Chart,
  freshPasswords,
  makeChart,
  wholeNote,
} from '@/tests/support/chart'
import { testPassword } from '@/tests/support/client'
import { notePath, notesOf } from '@/tests/support/notes'
import { insert, read } from '@/tests/support/people'
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

describe('signing', () => {
  it('freezes who, when and what, and the fingerprint is of the plain text', async () => {
    const id = await signed()
    const row = await read(app, 'progress-notes', id)
    expect(row).toMatchObject({
      status: 'signed',
      isFinal: true,
      signedBy: chart.kim.id,
      signerName: 'Kim Park',
      signerCredential: 'LCSW',
    })
    expect(String(row['signerLicense'])).toContain('OR')
    const reader = factReader(await requestAs(app, chart.kim))
    expect(noteHash(await reader.text('progress-notes', row))).toBe(row['contentHash'])
    expect(JSON.stringify(row)).not.toContain('Slept better')
  })

  it('is the author’s alone', async () => {
    const id = await draft()
    await insert(app, 'care-team-assignments', {
      staff: chart.theo.id,
      patient: chart.ana,
      role: 'covering',
      startsOn: '2020-01-01',
      endsOn: null,
    })
    const answer = await chart.theo.client.post(notePath(id, 'sign'))
    expect(answer.status).toBe(422)
    expect(messageIn(answer)).toContain('Kim Park')
    expect((await chart.ben.client.post(notePath(id, 'sign'))).status).toBe(404)
    expect((await chart.portal.client.post(notePath(id, 'sign'))).status).toBe(404)
    expect((await chart.kim.client.post(notePath('nothing', 'sign'))).status).toBe(404)
    expect((await chart.kim.client.post(notePath(id, 'sign'))).status).toBe(200)
    expect((await chart.kim.client.post(notePath(id, 'sign'))).status).toBe(409)
  })

  it('closes the reminder', async () => {
    const id = await draft()
    const { session } = await read(app, 'progress-notes', id)
    const task = await insert(app, 'tasks', {
      uniqueKey: `note-due|${session}`,
      title: 'Write',
      kind: 'note-due',
      recordId: session,
      status: 'open',
      assignee: chart.kim.id,
    })
    await chart.kim.client.post(notePath(id, 'sign'))
    expect((await read(app, 'tasks', task))['status']).toBe('done')
  })

  it('asks for the password once the last one is more than five minutes old', async () => {
    const id = await draft()
    const back = new Date(clock.wall().getTime() - 6 * 60_000).toISOString()
    const sessions = await rowsOf(app, 'auth-sessions', { userId: chart.kim.id })
    for (const { id: row } of sessions)
      await app.payload.db.updateOne({
        collection: 'auth-sessions',
        id: row,
        data: { passwordAt: back },
      })
    const asked = await chart.kim.client.post(notePath(id, 'sign'))
    expect(asked.status).toBe(403)
    expect(asked.body.errors[0].code).toBe('step-up')
    expect(
      (await chart.kim.client.post(notePath(id, 'sign'), { _password: 'wrong' })).body.errors[0]
        .code,
    ).toBe('step-up')
    expect((await read(app, 'progress-notes', id))['status']).toBe('draft')
    expect(
      (await chart.kim.client.post(notePath(id, 'sign'), { _password: testPassword })).status,
    ).toBe(200)
    expect((await chart.kim.client.post(notePath(await draft(), 'sign'))).status).toBe(200)
  })

  it('happens once for five who press at once', async () => {
    const id = await draft()
    expect(statuses(await race(chart.kim.client, notePath(id, 'sign')))).toEqual([
      200, 409, 409, 409, 409,
    ])
  })

  it.each(['before-commit', 'after-commit', 'before-note-task', 'before-charge', 'before-done'])(
    'survives a crash %s',
    async (point) => {
      const id = await draft()
      await crashAndRecover(app, {
        point: `progress-notes.sign:${point}`,
        call: () => chart.kim.client.post(notePath(id, 'sign')),
      })
      expect(await read(app, 'progress-notes', id)).toMatchObject({
        status: 'signed',
        isFinal: true,
        pendingAction: null,
      })
    },
  )

  it('is possible once under one key', async () => {
    const id = await draft()
    const headers = { 'Idempotency-Key': `sign-${id}` }
    expect((await chart.kim.client.post(notePath(id, 'sign'), {}, headers)).status).toBe(200)
    expect((await chart.kim.client.post(notePath(id, 'sign'), {}, headers)).body.isReplay).toBe(
      true,
    )
  })
})

describe('R52 a signed note stands still', () => {
  const sentence = 'This note is signed. Add an addendum.'

  it('answers 409 with the sentence by REST, GraphQL, bulk and the Local API with a user', async () => {
    const id = await signed()
    const before = await read(app, 'progress-notes', id)
    const rest = await chart.kim.client.patch(notePath(id), { reported: 'Changed' })
    expect(rest.status).toBe(409)
    expect(rest.body.errors[0]).toMatchObject({ rule: 'R52', message: sentence })
    const graph = await chart.kim.client.graphql(
      `mutation { updateProgressNote(id: "${id}", data: { reported: "Changed" }) { id } }`,
    )
    expect(JSON.stringify(graph.body.errors)).toContain(sentence)
    const bulk = await chart.kim.client.patch(`/api/progress-notes?where[id][equals]=${id}`, {
      reported: 'Changed',
    })
    expect(JSON.stringify(bulk.body)).not.toContain('"reported":"Changed"')
    await expect(
      asUser(await requestAs(app, chart.kim)).update({
        collection: 'progress-notes',
        id,
        data: { reported: 'Changed' },
      }),
    ).rejects.toThrow(sentence)
    for (const data of [
      { patient: chart.bob },
      { isFinal: false },
      { status: 'draft' },
      { contentHash: 'x' },
      { format: 'SOAP' },
      {},
    ]) {
      expect((await chart.kim.client.patch(notePath(id), data)).status, JSON.stringify(data)).toBe(
        409,
      )
    }
    expect(await read(app, 'progress-notes', id)).toEqual(before)
  })

  it('has no version to restore, no copy and no deletion', async () => {
    const id = await signed()
    expect(
      (await chart.kim.client.get(`/api/progress-notes/versions?where[parent][equals]=${id}`))
        .status,
    ).toBe(404)
    expect((await chart.kim.client.post(`/api/progress-notes/versions/${id}`)).status).toBe(404)
    expect((await chart.kim.client.post(notePath(id, 'duplicate'))).status).toBe(404)
    expect((await chart.kim.client.delete(notePath(id))).status).toBeGreaterThanOrEqual(403)
    await chart.kim.client.graphql(`mutation { deleteProgressNote(id: "${id}") { id } }`)
    expect((await read(app, 'progress-notes', id))['status']).toBe('signed')
  })

  it('shows null instead of damaged text, in lists too', async () => {
    const id = await signed()
    const row = await read(app, 'progress-notes', id)
    const sealed = String(row['sealed'])
    const tampered = `${sealed.slice(0, -6)}${sealed.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`
    await app.payload.db.updateOne({ collection: 'progress-notes', id, data: { sealed: tampered } })
    const one = await chart.kim.client.get(notePath(id))
    expect(one.status).toBe(200)
    expect(one.body.reported).toBeNull()
    const list = await chart.kim.client.get(
      `/api/progress-notes?where[patient][equals]=${chart.ana}&limit=100`,
    )
    expect(list.status).toBe(200)
    expect(list.body.docs.find((doc: { id: string }) => doc.id === id).reported).toBeNull()
    expect(
      list.body.docs.some((doc: { reported: string }) => doc.reported === wholeNote.reported),
    ).toBe(true)
    expect((await chart.kim.client.get(`/api/patients/${chart.ana}/chart-summary`)).status).toBe(
      200,
    )
  })

  it('is never written over where the text cannot be read any more', async () => {
    const id = await draft()
    const sealed = String((await read(app, 'progress-notes', id))['sealed'])
    const tampered = `${sealed.slice(0, -6)}${sealed.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`
    await app.payload.db.updateOne({ collection: 'progress-notes', id, data: { sealed: tampered } })
    expect((await chart.kim.client.patch(notePath(id), { reported: 'New text' })).status).toBe(409)
    expect((await chart.kim.client.post(notePath(id, 'void'), { reason: 'Damaged.' })).status).toBe(
      409,
    )
    expect((await read(app, 'progress-notes', id))['sealed']).toBe(tampered)
  })

  it('may be marked as entered in error; then another note can be written', async () => {
    const id = await signed()
    const { session } = await read(app, 'progress-notes', id)
    expect((await chart.kim.client.post(notePath(id, 'void'), {})).status).toBe(400)
    expect((await chart.leo.client.post(notePath(id, 'void'), { reason: 'x' })).status).toBe(403)
    expect(
      (await chart.kim.client.post(notePath(id, 'void'), { reason: 'Wrong patient.' })).status,
    ).toBe(200)
    expect((await chart.kim.client.patch(notePath(id), { reported: 'x' })).status).toBe(409)
    expect((await chart.kim.client.get(notePath(id))).body).toMatchObject({
      status: 'voided',
      reported: wholeNote.reported,
      isFinal: false,
    })
    expect((await chart.kim.client.post('/api/progress-notes', { session })).status).toBe(201)
  })
})

describe('R66 a late entry says so', () => {
  const newPatient = async (name: string): Promise<string> => {
    const patient = await addPatient(app, name, [chart.kim])
    await addDiagnosis(app, patient)
    return patient
  }

  it('with both dates, after 72 hours and not before', async () => {
    const patient = await newPatient('Late')
    const early = await signed({ patient, hoursAgo: 71 })
    expect((await read(app, 'progress-notes', early))['isLateEntry']).toBe(false)
    const id = await draft({ patient, hoursAgo: 73 })
    const answer = await chart.kim.client.post(notePath(id, 'sign'))
    expect(answer.body.advice.join(' ')).toContain('Will show as late entry.')
    const row = await read(app, 'progress-notes', id)
    expect(row['isLateEntry']).toBe(true)
    expect(row['lateLabel']).toMatch(/^Late entry for service of .+, written .+\.$/)
    await chart.kim.client.patch(notePath(id), { isLateEntry: false, lateLabel: '' })
    expect((await read(app, 'progress-notes', id))['isLateEntry']).toBe(true)
  })

  it('cannot be taken off by a draft’s author before signing', async () => {
    const id = await draft({ patient: await newPatient('Later'), hoursAgo: 80 })
    await chart.kim.client.patch(notePath(id), {
      serviceDate: '2090-01-01',
      endedAt: clock.now().toISOString(),
      isLateEntry: false,
    })
    expect((await chart.kim.client.post(notePath(id, 'sign'))).status).toBe(200)
    expect((await read(app, 'progress-notes', id))['isLateEntry']).toBe(true)
  })
})

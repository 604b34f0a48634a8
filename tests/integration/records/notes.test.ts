import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { noteHash } from '@/collections/records/notes/canonicalNote'
import { factReader } from '@/hooks/facts'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addDiagnosis,
  addPatient,
  addSession,
  type Chart,
  freshPasswords,
  makeChart,
  wholeNote,
} from '@/tests/support/chart'
import { testPassword } from '@/tests/support/client'
import { insert, makePortalUser, makeStaff, type Person, read } from '@/tests/support/people'
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
  await addDiagnosis(app, chart.ana)
})

beforeEach(() => freshPasswords(app))

afterAll(() => app.stop())

type NoteOptions = {
  by?: Person
  patient?: string
  hoursAgo?: number
  session?: Record<string, unknown>
}

const newSession = ({ by = chart.kim, hoursAgo, patient = chart.ana, session }: NoteOptions = {}) =>
  addSession(app, { patient, clinician: by.id, location: chart.location, hoursAgo, more: session })

const draft = async (
  options: NoteOptions = {},
  text: Record<string, unknown> = wholeNote,
): Promise<string> => {
  const { by = chart.kim } = options
  const session = await newSession(options)
  const answer = await by.client.post('/api/progress-notes', { session, ...text })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc.id
}

const path = (id: string, action = ''): string =>
  `/api/progress-notes/${id}${action && `/${action}`}`

const signed = async (options: NoteOptions = {}): Promise<string> => {
  const id = await draft(options)
  const answer = await (options.by ?? chart.kim).client.post(path(id, 'sign'))
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return id
}

describe('a new note', () => {
  it('starts from its session: times, code, techniques, diagnosis', async () => {
    const id = await draft({}, {})
    const { body } = await chart.kim.client.get(path(id))
    expect(body).toMatchObject({
      kind: 'session',
      patient: chart.ana,
      author: chart.kim.id,
      minutes: 50,
      serviceCode: '90834',
      placeOfService: '11',
      techniqueTags: 'cbt.exposure',
      intervention: 'Exposure.',
      status: 'draft',
    })
    expect(body.diagnosisIds.split(' ')).toHaveLength(1)
  })

  it('answers a save with its texts', async () => {
    const id = await draft({}, { reported: 'First words.' })
    const saved = await chart.kim.client.patch(path(id), { assessment: 'Better.' })
    expect(saved.body.doc).toMatchObject({ reported: 'First words.', assessment: 'Better.' })
  })

  it('is the only one of its session, also for five who write it at once', async () => {
    const session = await newSession()
    const answers = await race(chart.kim.client, '/api/progress-notes', { session })
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await rowsOf(app, 'progress-notes', { session })).toHaveLength(1)
    const later = await chart.kim.client.post('/api/progress-notes', { session })
    expect(later.status).toBe(409)
    expect(later.body.errors[0].fixUrl).toContain('/admin/collections/progress-notes/')
  })

  it('is refused for an intake, an unknown or a foreign session, and without one', async () => {
    const intake = await newSession({ session: { isIntake: true } })
    expect((await chart.kim.client.post('/api/progress-notes', { session: intake })).status).toBe(
      422,
    )
    const foreign = await newSession({ by: chart.theo, patient: chart.bob })
    expect((await chart.kim.client.post('/api/progress-notes', { session: foreign })).status).toBe(
      400,
    )
    expect(
      (await chart.kim.client.post('/api/progress-notes', { session: 'nothing' })).status,
    ).toBe(400)
    expect((await chart.kim.client.post('/api/progress-notes', {})).status).toBe(400)
    expect(await rowsOf(app, 'progress-notes', { patient: chart.bob })).toHaveLength(0)
  })

  it('names only diagnoses of the patient and techniques that exist', async () => {
    const foreign = await addDiagnosis(app, chart.bob)
    const id = await draft()
    expect((await chart.kim.client.patch(path(id), { diagnosisIds: foreign })).status).toBe(400)
    expect((await chart.kim.client.patch(path(id), { techniqueTags: 'magic' })).status).toBe(400)
  })

  it('may be about a call', async () => {
    const answer = await chart.kim.client.post('/api/progress-notes', {
      kind: 'contact',
      patient: chart.ana,
      contactKind: 'phone',
      contactMinutes: 5,
      contactWith: 'Ana',
      reported: 'Asked to move the visit.',
    })
    expect(answer.status).toBe(201)
    const { id } = answer.body.doc
    expect((await chart.kim.client.get(path(id, 'readiness'))).body.isReady).toBe(true)
    expect((await chart.kim.client.post(path(id, 'sign'))).status).toBe(200)
  })

  it('says what is ready and what is missing', async () => {
    const id = await draft({}, {})
    const open = await chart.kim.client.get(path(id, 'readiness'))
    expect(open.body.isReady).toBe(false)
    const missing = open.body.checks
      .filter((check: { ok: boolean }) => !check.ok)
      .map((check: { path: string }) => check.path)
    expect(missing).toEqual(
      expect.arrayContaining(['note.response', 'note.riskStatus', 'note.plan']),
    )
    await chart.kim.client.patch(path(id), wholeNote)
    expect((await chart.kim.client.get(path(id, 'readiness'))).body.isReady).toBe(true)
    expect((await chart.theo.client.get(path(id, 'readiness'))).status).toBe(404)
    expect((await chart.ben.client.get(path(id, 'readiness'))).status).toBe(403)
    expect((await chart.portal.client.get(path(id, 'readiness'))).status).toBe(404)
  })
})

const refusedByAllDoors = async (id: string, rule: string, sentence: RegExp): Promise<void> => {
  const rest = await chart.kim.client.post(path(id, 'sign'))
  expect(rest.status).toBe(422)
  expect(
    rest.body.errors.some(
      (each: { rule: string; message: string }) =>
        each.rule === rule && sentence.test(each.message),
    ),
  ).toBe(true)
  const graph = await chart.kim.client.graphql(
    'mutation($id: String!) { signProgressNotes(id: $id) { id } }',
    { id },
  )
  expect(JSON.stringify(graph.body.errors)).toMatch(sentence)
  await chart.kim.client.patch(path(id), {
    status: 'signed',
    isFinal: true,
    signedAt: '2026-01-01T00:00:00.000Z',
  })
  await chart.kim.client.graphql(
    `mutation { updateProgressNote(id: "${id}", data: { status: signed, isFinal: true }) { id } }`,
  )
  await chart.kim.client.patch(`/api/progress-notes?where[id][equals]=${id}`, {
    status: 'signed',
    isFinal: true,
  })
  const req = await requestAs(app, chart.kim)
  await asUser(req)
    .update({ collection: 'progress-notes', id, data: { status: 'signed', isFinal: true } })
    .catch(() => null)
  expect((await chart.kim.client.post(`/api/progress-notes/versions/${id}`)).status).toBe(404)
  expect((await chart.kim.client.post(path(id, 'duplicate'))).status).toBe(404)
  const row = await read(app, 'progress-notes', id)
  expect(row).toMatchObject({ status: 'draft', isFinal: false })
  expect(row['signedAt'] ?? null).toBeNull()
}

describe('R49 technique and response', () => {
  it('are needed before signing, by every door', async () => {
    const id = await draft({ session: { techniqueTags: '' } }, { ...wholeNote, response: '' })
    await refusedByAllDoors(id, 'R49', /Say what you did and how Ana responded/)
  })
})

describe('R51 a note is whole before it is signed', () => {
  it('needs a risk line, a next step and a diagnosis that stood on the day', async () => {
    const id = await draft({}, { ...wholeNote, riskStatus: undefined, plan: '' })
    await refusedByAllDoors(id, 'R51', /Choose the risk line/)
    const other = await addPatient(app, 'Nodx', [chart.kim])
    const bare = await draft({ patient: other })
    await refusedByAllDoors(bare, 'R51', /Add a diagnosis before signing/)
  })

  it('needs a completed session', async () => {
    const id = await draft({ session: { status: 'stopped', serviceCode: null } })
    await refusedByAllDoors(id, 'R51', /Complete the session first/)
  })

  it('asks for a plan once it is late, and for an open objective once one is in force', async () => {
    const patient = await addPatient(app, 'Late', [chart.kim])
    await addDiagnosis(app, patient)
    await newSession({ patient, hoursAgo: 45 * 24, session: { isIntake: true } })
    const id = await draft({ patient })
    await refusedByAllDoors(id, 'R51', /The treatment plan is due/)
    const plan = await insert(app, 'treatment-plans', {
      uniqueKey: `${patient}|1`,
      planKey: patient,
      patient,
      version: 1,
      status: 'active',
      effectiveDate: '2020-01-01',
      author: chart.kim.id,
    })
    await insert(app, 'plan-objectives', {
      plan,
      patient,
      key: 'objective-1',
      parentKey: 'goal-1',
      uniqueKey: `${plan}|objective-1`,
      order: 1,
      status: 'new',
    })
    await insert(app, 'plan-objectives', {
      plan,
      patient,
      key: 'objective-2',
      parentKey: 'goal-1',
      uniqueKey: `${plan}|objective-2`,
      order: 2,
      status: 'achieved',
    })
    await refusedByAllDoors(id, 'R51', /Link an objective/)
    await chart.kim.client.patch(path(id), { objectiveKeys: 'objective-2' })
    await refusedByAllDoors(id, 'R51', /not open in the plan in force/)
    await chart.kim.client.patch(path(id), { objectiveKeys: 'objective-1' })
    expect((await chart.kim.client.post(path(id, 'sign'))).status).toBe(200)
    expect((await read(app, 'progress-notes', id))['treatmentPlan']).toBe(plan)
    const next = await draft({ patient })
    expect((await chart.kim.client.get(path(next))).body.objectiveKeys).toBe('objective-1')
  })
})

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
    const answer = await chart.theo.client.post(path(id, 'sign'))
    expect(answer.status).toBe(422)
    expect(messageIn(answer)).toContain('Kim Park')
    expect((await chart.ben.client.post(path(id, 'sign'))).status).toBe(404)
    expect((await chart.portal.client.post(path(id, 'sign'))).status).toBe(404)
    expect((await chart.kim.client.post(path('nothing', 'sign'))).status).toBe(404)
    expect((await chart.kim.client.post(path(id, 'sign'))).status).toBe(200)
    expect((await chart.kim.client.post(path(id, 'sign'))).status).toBe(409)
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
    await chart.kim.client.post(path(id, 'sign'))
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
    const asked = await chart.kim.client.post(path(id, 'sign'))
    expect(asked.status).toBe(403)
    expect(asked.body.errors[0].code).toBe('step-up')
    expect(
      (await chart.kim.client.post(path(id, 'sign'), { _password: 'wrong' })).body.errors[0].code,
    ).toBe('step-up')
    expect((await read(app, 'progress-notes', id))['status']).toBe('draft')
    expect(
      (await chart.kim.client.post(path(id, 'sign'), { _password: testPassword })).status,
    ).toBe(200)
    expect((await chart.kim.client.post(path(await draft(), 'sign'))).status).toBe(200)
  })

  it('happens once for five who press at once', async () => {
    const id = await draft()
    expect(statuses(await race(chart.kim.client, path(id, 'sign')))).toEqual([
      200, 409, 409, 409, 409,
    ])
  })

  it.each(['before-commit', 'after-commit', 'before-note-task', 'before-charge', 'before-done'])(
    'survives a crash %s',
    async (point) => {
      const id = await draft()
      await crashAndRecover(app, {
        point: `progress-notes.sign:${point}`,
        call: () => chart.kim.client.post(path(id, 'sign')),
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
    expect((await chart.kim.client.post(path(id, 'sign'), {}, headers)).status).toBe(200)
    expect((await chart.kim.client.post(path(id, 'sign'), {}, headers)).body.isReplay).toBe(true)
  })
})

describe('R52 a signed note stands still', () => {
  const sentence = 'This note is signed. Add an addendum.'

  it('answers 409 with the sentence by REST, GraphQL, bulk and the Local API with a user', async () => {
    const id = await signed()
    const before = await read(app, 'progress-notes', id)
    const rest = await chart.kim.client.patch(path(id), { reported: 'Changed' })
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
      expect((await chart.kim.client.patch(path(id), data)).status, JSON.stringify(data)).toBe(409)
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
    expect((await chart.kim.client.post(path(id, 'duplicate'))).status).toBe(404)
    expect((await chart.kim.client.delete(path(id))).status).toBeGreaterThanOrEqual(403)
    await chart.kim.client.graphql(`mutation { deleteProgressNote(id: "${id}") { id } }`)
    expect((await read(app, 'progress-notes', id))['status']).toBe('signed')
  })

  it('shows null instead of damaged text, in lists too', async () => {
    const id = await signed()
    const row = await read(app, 'progress-notes', id)
    const sealed = String(row['sealed'])
    const tampered = `${sealed.slice(0, -6)}${sealed.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`
    await app.payload.db.updateOne({ collection: 'progress-notes', id, data: { sealed: tampered } })
    const one = await chart.kim.client.get(path(id))
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
    expect((await chart.kim.client.patch(path(id), { reported: 'New text' })).status).toBe(409)
    expect((await chart.kim.client.post(path(id, 'void'), { reason: 'Damaged.' })).status).toBe(409)
    expect((await read(app, 'progress-notes', id))['sealed']).toBe(tampered)
  })

  it('may be marked as entered in error; then another note can be written', async () => {
    const id = await signed()
    const { session } = await read(app, 'progress-notes', id)
    expect((await chart.kim.client.post(path(id, 'void'), {})).status).toBe(400)
    expect((await chart.leo.client.post(path(id, 'void'), { reason: 'x' })).status).toBe(403)
    expect(
      (await chart.kim.client.post(path(id, 'void'), { reason: 'Wrong patient.' })).status,
    ).toBe(200)
    expect((await chart.kim.client.patch(path(id), { reported: 'x' })).status).toBe(409)
    expect((await chart.kim.client.get(path(id))).body).toMatchObject({
      status: 'voided',
      reported: wholeNote.reported,
      isFinal: false,
    })
    expect((await chart.kim.client.post('/api/progress-notes', { session })).status).toBe(201)
  })
})

describe('R66 a late entry says so', () => {
  it('with both dates, after 72 hours and not before', async () => {
    const early = await signed({ hoursAgo: 71 })
    expect((await read(app, 'progress-notes', early))['isLateEntry']).toBe(false)
    const id = await draft({ hoursAgo: 73 })
    const answer = await chart.kim.client.post(path(id, 'sign'))
    expect(answer.body.advice.join(' ')).toContain('Will show as late entry.')
    const row = await read(app, 'progress-notes', id)
    expect(row['isLateEntry']).toBe(true)
    expect(row['lateLabel']).toMatch(/^Late entry for service of .+, written .+\.$/)
    await chart.kim.client.patch(path(id), { isLateEntry: false, lateLabel: '' })
    expect((await read(app, 'progress-notes', id))['isLateEntry']).toBe(true)
  })

  it('cannot be taken off by a draft’s author before signing', async () => {
    const id = await draft({ hoursAgo: 80 })
    await chart.kim.client.patch(path(id), {
      serviceDate: '2090-01-01',
      endedAt: clock.now().toISOString(),
      isLateEntry: false,
    })
    await chart.kim.client.post(path(id, 'sign'))
    expect((await read(app, 'progress-notes', id))['isLateEntry']).toBe(true)
  })
})

describe('R55 a trainee’s signature waits', () => {
  it('is pending, not final, not shared, and asks the supervisor', async () => {
    const id = await signed({ by: chart.leo })
    expect(await read(app, 'progress-notes', id)).toMatchObject({
      status: 'pendingCosign',
      isFinal: false,
    })
    const [task] = await rowsOf(app, 'tasks', { kind: 'cosign', recordId: id })
    expect(task?.['assignee']).toBe(chart.kim.id)
    const shared = await chart.kim.client.post(path(id, 'share'))
    expect(shared.status).toBe(422)
    expect(ruleIn(shared)).toBe('R55')
    const graph = await chart.kim.client.graphql(
      'mutation($id: String!) { shareProgressNotes(id: $id) { id } }',
      { id },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('R55')
    const edit = await chart.leo.client.patch(path(id), { isFinal: true, status: 'signed' })
    expect(edit.status).toBe(409)
    expect((await chart.portal.client.get(path(id))).status).toBe(404)
    expect(await read(app, 'progress-notes', id)).toMatchObject({
      status: 'pendingCosign',
      isFinal: false,
      isShared: false,
    })
  })

  it('comes back with a comment, is changed, signed again and co-signed', async () => {
    const id = await signed({ by: chart.leo })
    expect((await chart.kim.client.post(path(id, 'return'), {})).status).toBe(400)
    expect((await chart.leo.client.post(path(id, 'return'), { comment: 'x' })).status).toBe(403)
    expect(
      (await chart.kim.client.post(path(id, 'return'), { comment: 'Say more about the response.' }))
        .status,
    ).toBe(200)
    expect(await read(app, 'progress-notes', id)).toMatchObject({
      status: 'returned',
      signedAt: null,
      contentHash: null,
    })
    expect((await chart.leo.client.get(path(id))).body.returnComment).toBe(
      'Say more about the response.',
    )
    expect(
      (await rowsOf(app, 'tasks', { kind: 'returned', recordId: id, status: 'open' })).length,
    ).toBe(1)
    expect(
      (await chart.leo.client.patch(path(id), { response: 'Engaged, then tired.' })).status,
    ).toBe(200)
    expect((await chart.leo.client.post(path(id, 'sign'))).status).toBe(200)
    expect(
      (await rowsOf(app, 'tasks', { recordId: id, kind: 'returned', status: 'open' })).length,
    ).toBe(0)
    expect((await chart.kim.client.post(path(id, 'cosign'))).status).toBe(200)
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
    expect((await chart.kim.client.post(path(own, 'cosign'))).status).toBe(409)
    const id = await signed({ by: chart.leo })
    expect((await chart.theo.client.post(path(id, 'cosign'))).status).toBe(403)
    const [agreement] = await rowsOf(app, 'supervision-agreements', { supervisor: chart.kim.id })
    const { serviceDate } = await read(app, 'progress-notes', id)
    const set = (data: Record<string, unknown>) =>
      app.payload.db.updateOne({
        collection: 'supervision-agreements',
        id: String(agreement?.id),
        data,
      })
    await set({ startsOn: '2090-01-01' })
    expect((await chart.kim.client.post(path(id, 'cosign'))).status).toBe(404)
    await set({ startsOn: '2020-01-01' })
    // Holds today, but not on the day of service.
    await app.payload.db.updateOne({
      collection: 'progress-notes',
      id,
      data: { serviceDate: '2019-06-01' },
    })
    const tampered = await chart.kim.client.post(path(id, 'cosign'))
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
    const unlicensed = await chart.kim.client.post(path(id, 'cosign'))
    expect(unlicensed.status).toBe(422)
    expect(ruleIn(unlicensed)).toBe('R56')
    const graph = await chart.kim.client.graphql(
      'mutation($id: String!) { cosignProgressNotes(id: $id) { id } }',
      { id },
    )
    expect(JSON.stringify(graph.body.errors)).toContain('No license of yours')
    await chart.kim.client.patch(path(id), {
      status: 'signed',
      isFinal: true,
      cosignedBy: chart.kim.id,
    })
    expect((await read(app, 'progress-notes', id))['isFinal']).toBe(false)
    await expire('2090-12-31')
    expect((await chart.kim.client.post(path(id, 'cosign'))).status).toBe(200)
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
    await insert(app, 'supervision-agreements', {
      supervisor: sue.id,
      supervisee: intern.id,
      startsOn: '2090-01-01',
      endsOn: null,
    })
    const id = await signed({ by: intern, patient, hoursAgo: 48 })
    const yesterday = new Date(clock.now().getTime() - 3 * 86_400_000).toISOString().slice(0, 10)
    const [agreement] = await rowsOf(app, 'supervision-agreements', { supervisor: sue.id })
    const today = new Date(clock.now().getTime() - 12 * 3_600_000).toISOString().slice(0, 10)
    await app.payload.db.updateOne({
      collection: 'supervision-agreements',
      id: String(agreement?.id),
      data: { startsOn: today },
    })
    await insert(app, 'supervision-agreements', {
      supervisor: sue.id,
      supervisee: intern.id,
      startsOn: '2020-01-01',
      endsOn: yesterday,
    })
    const answer = await sue.client.post(path(id, 'cosign'))
    expect(answer.status).toBe(422)
    expect(messageIn(answer)).toMatch(/Your agreement with Mia ended/)
  })

  it('lets one of five racers win', async () => {
    const id = await signed({ by: chart.leo })
    expect(statuses(await race(chart.kim.client, path(id, 'cosign')))).toEqual([
      200, 409, 409, 409, 409,
    ])
  })

  it.each(['before-commit', 'after-commit', 'before-tasks', 'before-charge'])(
    'survives a crash %s',
    async (point) => {
      const id = await signed({ by: chart.leo })
      await crashAndRecover(app, {
        point: `progress-notes.cosign:${point}`,
        call: () => chart.kim.client.post(path(id, 'cosign')),
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

describe('sharing', () => {
  it('shows a final note and its addenda in the portal, without what is the team’s', async () => {
    const id = await draft({}, { ...wholeNote, riskLine: 'Canary for the team' })
    await chart.kim.client.post(path(id, 'sign'))
    expect((await chart.portal.client.get(path(id))).status).toBe(404)
    expect((await chart.kim.client.post(path(id, 'share'))).status).toBe(200)
    const seen = await chart.portal.client.get(path(id))
    expect(seen.body.reported).toBe(wholeNote.reported)
    expect(JSON.stringify(seen.body)).not.toContain('Canary')
    expect((await chart.kim.client.post(path(id, 'share'))).status).toBe(409)
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
    await chart.kim.client.post(path(id, 'cosign'))
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
    await chart.kim.client.post(path(id, 'cosign'))
    await chart.kim.client.post(path(id, 'share'))
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
  await chart.kim.client.post(path(id, 'share'))
  expect((await other.client.get(path(id))).status).toBe(404)
  expect((await other.client.get('/api/progress-notes')).body.totalDocs).toBe(0)
})

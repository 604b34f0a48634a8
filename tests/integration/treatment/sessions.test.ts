import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { assign, insert, makePatient, makeStaff, type Person, read } from '@/tests/support/people'
import {
  crashAndRecover,
  freezeAt,
  makePlace,
  messageIn,
  type Place,
  publishTexts,
  race,
  rowsOf,
  ruleIn,
  signAll,
  statuses,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let ben: Person
let rosa: Person
let kim: Person
let theo: Person
let dana: Person
let place: Place
let texts: Record<string, string>

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  theo = await makeStaff(app, 'Theo', ['clinician'])
  dana = await makeStaff(app, 'Dana', ['biller'])
  place = await makePlace(app)
  texts = await publishTexts(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

let count = 0

/** Checked in, at 10:00 in Portland, in a room of its own. Every patient comes at another minute of Kim's day. */
const checkedIn = async (more: Record<string, unknown> = {}) => {
  count += 1
  const patient = await makePatient(app, `Ana${count}`, 'Silva', { status: 'prospective' })
  await assign(app, kim.id, patient)
  await signAll(app, patient, texts)
  const appointment = await insert(app, 'appointments', {
    uniqueKey: `test|${count}`,
    patient,
    clinician: kim.id,
    startsAt: '2026-04-14T17:00:00.000Z',
    endsAt: '2026-04-14T17:50:00.000Z',
    minutes: 50,
    serviceDate: '2026-04-14',
    zone: 'America/Los_Angeles',
    location: place.location,
    format: 'inPerson',
    kind: 'individual',
    status: 'checkedIn',
    sequence: 1,
    ...more,
  })
  return { patient, appointment }
}

/** A session that began at `startedAt`. */
const started = async (
  startedAt = '2026-04-14T17:02:00.000Z',
  more: Record<string, unknown> = {},
) => {
  const made = await checkedIn(more)
  freezeAt(startedAt)
  const answer = await kim.client.post(`/api/appointments/${made.appointment}/start-session`)
  expect(answer.status, messageIn(answer)).toBe(200)
  return { ...made, session: String(answer.body.result.session) }
}

describe('session', () => {
  it('starts, stops and is completed; the code follows from the minutes', async () => {
    const { appointment, patient, session } = await started()
    expect(await read(app, 'appointments', appointment)).toMatchObject({ status: 'inSession' })
    freezeAt('2026-04-14T17:51:30.000Z')
    expect((await kim.client.post(`/api/sessions/${session}/stop`)).status).toBe(200)
    freezeAt('2026-04-14T18:05:00.000Z')
    const answer = await kim.client.post(`/api/sessions/${session}/complete`, {
      techniqueTags: 'cbt.exposure cbt.problem-solving',
      response: 'Canary-response: calmer than last week',
    })
    expect(answer.status).toBe(200)
    expect(await read(app, 'sessions', session)).toMatchObject({
      title: 'Apr 14, 2026, 10:02 AM, individual',
      status: 'completed',
      minutes: 49,
      serviceCode: '90834',
      serviceDate: '2026-04-14',
      placeOfService: '11',
      sequence: 1,
      attendance: 'present',
    })
    expect(await read(app, 'appointments', appointment)).toMatchObject({ status: 'completed' })
    expect(await read(app, 'patients', patient)).toMatchObject({ status: 'active' })
    const tasks = await rowsOf(app, 'tasks', { assignee: kim.id })
    expect(tasks.find((task) => task['uniqueKey'] === `note-due|${session}`)).toMatchObject({
      kind: 'note-due',
      dueAt: '2026-04-15T17:51:30.000Z',
    })
  })

  it.each([
    ['individual', 15, null],
    ['individual', 16, '90832'],
    ['individual', 37, '90832'],
    ['individual', 38, '90834'],
    ['individual', 52, '90834'],
    ['individual', 53, '90837'],
    ['intake', 40, '90791'],
    ['family', 25, null],
    ['family', 26, '90847'],
    ['group', 90, '90853'],
  ])('codes %s of %i minutes as %s', async (kind, minutes, code) => {
    const { session } = await started('2026-04-14T17:00:00.000Z', { kind })
    freezeAt(new Date(Date.parse('2026-04-14T17:00:00.000Z') + minutes * 60_000).toISOString())
    expect((await kim.client.post(`/api/sessions/${session}/complete`)).status).toBe(200)
    const row = await read(app, 'sessions', session)
    expect([row['minutes'], row['serviceCode'] ?? null, row['isIntake']]).toEqual([
      minutes,
      code,
      kind === 'intake',
    ])
  })

  it('takes corrected times before completion, across midnight and the change of the clocks', async () => {
    const { session } = await started('2026-11-01T08:30:00.000Z', {
      startsAt: '2026-11-01T08:30:00.000Z',
      endsAt: '2026-11-01T10:30:00.000Z',
      serviceDate: '2026-11-01',
    })
    freezeAt('2026-11-01T20:00:00.000Z')
    const answer = await kim.client.post(`/api/sessions/${session}/complete`, {
      startedAt: '2026-11-01T01:30',
      endedAt: '2026-11-01T02:15',
    })
    // 1:30 comes twice that night: the first is meant, so an hour more passes than the clocks show.
    expect(answer.status).toBe(200)
    expect(await read(app, 'sessions', session)).toMatchObject({
      startedAt: '2026-11-01T08:30:00.000Z',
      endedAt: '2026-11-01T10:15:00.000Z',
      minutes: 105,
      serviceDate: '2026-11-01',
    })
  })

  it('refuses times that cannot be, and unknown techniques', async () => {
    const { session } = await started()
    freezeAt('2026-04-14T18:00:00.000Z')
    const cases: [Record<string, unknown>, RegExp][] = [
      [{ endedAt: '2026-04-14T17:00:00.000Z' }, /must end after it began/],
      [{ endedAt: '2026-04-14T19:00:00.000Z' }, /lies in the future/],
      [{ startedAt: '2026-04-13T17:00:00.000Z' }, /session of \d+ minutes/],
      [{ startedAt: 'ten' }, /Choose a date and time/],
      [{ techniqueTags: 'cbt.magic' }, /no technique "cbt.magic"/],
    ]
    for (const [body, message] of cases) {
      const answer = await kim.client.post(`/api/sessions/${session}/complete`, body)
      expect([answer.status, messageIn(answer)], JSON.stringify(body)).toEqual([
        400,
        expect.stringMatching(message),
      ])
    }
    expect((await read(app, 'sessions', session))['status']).toBe('inProgress')
  })

  it('keeps what the patient said from front desk, biller and owner, and as ciphertext at rest', async () => {
    const { session } = await started()
    freezeAt('2026-04-14T18:00:00.000Z')
    await kim.client.post(`/api/sessions/${session}/complete`, {
      response: 'Canary-response',
      techniqueTags: 'cbt.exposure',
    })
    expect(JSON.stringify(await read(app, 'sessions', session))).not.toContain('Canary')
    expect((await kim.client.get(`/api/sessions/${session}`)).body.response).toBe('Canary-response')
    for (const person of [ben, dana, rosa]) {
      const answer = await person.client.get(`/api/sessions/${session}`)
      expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.body)).not.toMatch(/Canary|cbt\.exposure/)
    }
    const graphql = await ben.client.graphql(
      `{ Session(id: "${session}") { id response techniqueTags } }`,
    )
    expect(JSON.stringify(graphql.body)).not.toMatch(/Canary|cbt\.exposure/)
    expect((await theo.client.get(`/api/sessions/${session}`)).status).toBe(404)
    expect((await clientOf(app).get(`/api/sessions/${session}`)).status).toBe(401)
  })

  it('is started, stopped and completed by its care team only', async () => {
    const { appointment } = await checkedIn()
    freezeAt('2026-04-14T17:02:00.000Z')
    expect((await ben.client.post(`/api/appointments/${appointment}/start-session`)).status).toBe(
      403,
    )
    expect((await theo.client.post(`/api/appointments/${appointment}/start-session`)).status).toBe(
      404,
    )
    const answers = await race(kim.client, `/api/appointments/${appointment}/start-session`)
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    const [session] = await rowsOf(app, 'sessions', { appointment })
    expect(await rowsOf(app, 'sessions', { appointment })).toHaveLength(1)
    freezeAt('2026-04-14T17:50:00.000Z')
    expect((await ben.client.post(`/api/sessions/${session?.id}/stop`)).status).toBe(403)
    expect((await theo.client.post(`/api/sessions/${session?.id}/complete`)).status).toBe(404)
    expect(statuses(await race(kim.client, `/api/sessions/${session?.id}/stop`))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(statuses(await race(kim.client, `/api/sessions/${session?.id}/complete`))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await rowsOf(app, 'tasks', { uniqueKey: `note-due|${session?.id}` })).toHaveLength(1)
  })

  it.each([
    'after-commit',
    'before-appointment',
    'before-patient',
    'before-charge',
    'before-unit',
    'before-note-task',
    'before-plan-task',
    'before-done',
  ])('complete interrupted at %s ends as if nothing had happened', async (point) => {
    const { appointment, patient, session } = await started('2026-04-14T17:02:00.000Z', {
      kind: 'intake',
    })
    freezeAt('2026-04-14T18:00:00.000Z')
    await crashAndRecover(app, {
      point: `sessions.complete:${point}`,
      call: () => kim.client.post(`/api/sessions/${session}/complete`),
    })
    expect(await read(app, 'sessions', session)).toMatchObject({ status: 'completed', minutes: 58 })
    expect(await read(app, 'appointments', appointment)).toMatchObject({ status: 'completed' })
    expect(await read(app, 'patients', patient)).toMatchObject({ status: 'active' })
    expect(await rowsOf(app, 'tasks', { uniqueKey: `note-due|${session}` })).toHaveLength(1)
    expect(await rowsOf(app, 'tasks', { uniqueKey: `plan-due|${patient}` })).toHaveLength(1)
  })

  it.each(['after-commit', 'before-session', 'before-done'])(
    'start interrupted at %s makes one session',
    async (point) => {
      const { appointment } = await checkedIn()
      freezeAt('2026-04-14T17:02:00.000Z')
      await crashAndRecover(app, {
        point: `appointments.start-session:${point}`,
        call: () => kim.client.post(`/api/appointments/${appointment}/start-session`),
      })
      expect(await rowsOf(app, 'sessions', { appointment })).toHaveLength(1)
    },
  )
})

describe('R36 sessions are completed after they began and not too late', () => {
  it('does not start before its time, for nobody', async () => {
    const { appointment } = await checkedIn()
    freezeAt('2026-04-14T16:44:00.000Z')
    const path = `/api/appointments/${appointment}/start-session`
    const rest = await kim.client.post(path, {
      _override: [{ rule: 'R36', reason: 'Patient came early' }],
    })
    expect([rest.status, ruleIn(rest), messageIn(rest)]).toEqual([
      422,
      'R36',
      'This session has not started yet.',
    ])
    const graphql = await kim.client.graphql(
      'mutation($id: String!) { startSessionAppointments(id: $id) { id } }',
      { id: appointment },
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R36')
    expect(await rowsOf(app, 'sessions', { appointment })).toHaveLength(0)
    freezeAt('2026-04-14T16:45:00.000Z')
    expect((await kim.client.post(path)).status).toBe(200)
  })

  it('is completed up to 14 days later; then by an administrator with a reason', async () => {
    const { session } = await started()
    const other = await started()
    freezeAt('2026-04-28T20:00:00.000Z')
    const endedAt = '2026-04-14T17:50:00.000Z'
    expect((await kim.client.post(`/api/sessions/${session}/complete`, { endedAt })).status).toBe(
      200,
    )
    freezeAt('2026-04-29T20:00:00.000Z')
    const path = `/api/sessions/${other.session}/complete`
    const rest = await kim.client.post(path, { endedAt })
    expect([rest.status, ruleIn(rest), messageIn(rest)]).toEqual([
      422,
      'R36',
      expect.stringContaining('more than 14 days ago'),
    ])
    expect(rest.body.errors[0].mayOverride).toEqual(['owner', 'director'])
    const graphql = await kim.client.graphql(
      'mutation($id: String!, $input: ActionInput) { completeSessions(id: $id, input: $input) { id } }',
      { id: other.session, input: { endedAt } },
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R36')
    const _override = [{ rule: 'R36', reason: 'Kim was ill for two weeks' }]
    expect((await kim.client.post(path, { endedAt, _override })).status).toBe(422)
    expect((await rosa.client.post(path, { endedAt, _override })).status).toBe(200)
    expect(await rowsOf(app, 'overrides', { recordId: other.session })).toMatchObject([
      { ruleId: 'R36', staff: rosa.id },
    ])
  })

  it('cannot be gone around by PATCH, bulk edit, GraphQL, copy or version', async () => {
    const { session } = await started()
    const forged = {
      status: 'completed',
      minutes: 60,
      serviceCode: '90837',
      endedAt: '2026-04-14T18:00:00.000Z',
    }
    await kim.client.patch(`/api/sessions/${session}`, forged)
    await kim.client.patch(`/api/sessions?where[id][equals]=${session}`, forged)
    await kim.client.graphql(
      `mutation { updateSession(id: "${session}", data: { status: completed, minutes: 60 }) { id } }`,
    )
    expect((await kim.client.post(`/api/sessions/${session}/duplicate`)).status).toBe(404)
    expect((await kim.client.post(`/api/sessions/versions/${session}`)).status).toBe(404)
    expect((await kim.client.post('/api/sessions', forged)).status).toBe(403)
    const row = await read(app, 'sessions', session)
    expect([row['status'], row['serviceCode'] ?? null]).toEqual(['inProgress', null])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitTitle } from '@/src/domain/scheduling/visitTitle'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import {
  assign,
  insert,
  makePortalUser,
  makeStaff,
  type Person,
  read,
} from '@/tests/support/people'
import {
  crashAndRecover,
  freezeAt,
  makePlace,
  messageIn,
  openHours,
  type Place,
  publishTexts,
  race,
  readyPatient,
  rowsOf,
  ruleIn,
  signAll,
  statuses,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let ben: Person
let imani: Person
let kim: Person
let theo: Person
let dana: Person
let place: Place
let texts: Record<string, string>

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  imani = await makeStaff(app, 'Imani', ['director'])
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
let hour = 0

/** A patient of Kim's with every paper signed and the assessment finished. */
const patientOfKim = ({ isSigned = true, isAssessed = true } = {}): Promise<string> => {
  count += 1
  return readyPatient(app, { clinician: kim.id, texts, number: count, isSigned, isAssessed })
}

/** A time nobody else in this file uses, on the day after tomorrow or later. */
const nextStart = (): string => {
  hour += 1
  return new Date(Date.parse('2026-04-20T07:00:00.000Z') + hour * 2 * 3_600_000).toISOString()
}

const wish = (patient: string, more: Record<string, unknown> = {}) => ({
  patient,
  clinician: kim.id,
  startsAt: nextStart(),
  minutes: 50,
  kind: 'individual',
  format: 'inPerson',
  location: place.location,
  room: place.room,
  ...more,
})

const booked = async (more: Record<string, unknown> = {}, patient?: string): Promise<string> => {
  const who = patient ?? (await patientOfKim())
  const answer = await ben.client.post('/api/appointments/book', wish(who, more))
  expect(answer.status, messageIn(answer)).toBe(201)
  return answer.body.id
}

/** Booked for today at 10:00 in Portland, in a slot of its own. */
let seat = 0
const today = async (patient?: string, more: Record<string, unknown> = {}): Promise<string> => {
  seat += 1
  const room = await insert(app, 'rooms', {
    name: `Seat ${seat}`,
    location: place.location,
    isActive: true,
  })
  const startsAt = new Date(Date.parse('2026-04-14T17:00:00.000Z') + seat * 600_000).toISOString()
  return booked({ startsAt, minutes: 10, room, ...more }, patient)
}

const holdsOf = async (id: string): Promise<string[]> => {
  const appointment = await read(app, 'appointments', id)
  const rows = await rowsOf(app, 'slot-holds', { appointmentKey: appointment['uniqueKey'] })
  return rows.map((row) => String(row['key'])).sort()
}

describe('book', () => {
  it('books, holds the time of clinician, patient and room, and writes to the patient', async () => {
    const patient = await patientOfKim()
    const answer = await ben.client.post(
      '/api/appointments/book',
      wish(patient, { startsAt: '2026-04-15T10:00' }),
    )
    expect(answer.status).toBe(201)
    const row = await read(app, 'appointments', answer.body.id)
    expect(row).toMatchObject({
      status: 'booked',
      startsAt: '2026-04-15T17:00:00.000Z',
      endsAt: '2026-04-15T17:50:00.000Z',
      serviceDate: '2026-04-15',
      sequence: 1,
    })
    const holds = await holdsOf(answer.body.id)
    expect(holds).toHaveLength(30)
    expect(holds).toContain(`clinician:${kim.id}:2026-04-15T17:45Z`)
    const mails = await rowsOf(app, 'outbox', { recipientId: patient })
    expect(mails.map((mail) => mail['template'])).toEqual(['appointment-booked'])
  })

  it('answers 409 naming what is taken: clinician, patient or room', async () => {
    const patient = await patientOfKim()
    const startsAt = nextStart()
    await booked({ startsAt }, patient)
    await assign(app, theo.id, patient)
    const other = await patientOfKim()
    await assign(app, theo.id, other)
    const clash = async (body: Record<string, unknown>) => {
      const answer = await ben.client.post('/api/appointments/book', { ...body, startsAt })
      return [
        answer.status,
        answer.body.errors.map((each: { message: string }) => each.message).join(' '),
      ]
    }
    expect(await clash(wish(other, { room: place.otherRoom }))).toEqual([
      409,
      expect.stringContaining('The clinician is booked'),
    ])
    expect(await clash(wish(patient, { clinician: theo.id, room: place.otherRoom }))).toEqual([
      409,
      expect.stringContaining('The patient has another'),
    ])
    expect(await clash(wish(other, { clinician: theo.id }))).toEqual([
      409,
      expect.stringContaining('The room is taken'),
    ])
    expect(
      (
        await ben.client.post('/api/appointments/book', {
          ...wish(other, { clinician: theo.id, room: place.otherRoom }),
          startsAt,
        })
      ).status,
    ).toBe(201)
  })

  it('books back to back without a clash', async () => {
    const patient = await patientOfKim()
    const startsAt = nextStart()
    await booked({ startsAt, minutes: 60 }, patient)
    const after = new Date(Date.parse(startsAt) + 3_600_000).toISOString()
    await booked({ startsAt: after, minutes: 60 }, patient)
  })

  it('gives one slot to exactly one of twenty', async () => {
    const patients = await Promise.all(Array.from({ length: 20 }, () => patientOfKim()))
    const startsAt = nextStart()
    const answers = await Promise.all(
      patients.map((patient) =>
        ben.client.post('/api/appointments/book', wish(patient, { startsAt })),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
    expect(await rowsOf(app, 'appointments', { startsAt })).toHaveLength(1)
    const keys = new Set((await rowsOf(app, 'slot-holds')).map((hold) => hold['appointmentKey']))
    const live = new Set((await rowsOf(app, 'appointments')).map((row) => row['uniqueKey']))
    expect([...keys].filter((key) => !live.has(key))).toEqual([])
  }, 120_000)

  it('refuses a clinician who is not on the care team, and says what to do', async () => {
    const answer = await ben.client.post(
      '/api/appointments/book',
      wish(await patientOfKim(), { clinician: theo.id }),
    )
    expect([answer.status, messageIn(answer)]).toEqual([
      422,
      expect.stringMatching(/Theo is not on the care team of Ana\d+ Silva/),
    ])
    expect(answer.body.errors[0].fixUrl).toContain('care-team-assignments')
  })

  it('is out of reach for other clinicians and closed to billers, patients and visitors', async () => {
    const patient = await patientOfKim()
    expect((await theo.client.post('/api/appointments/book', wish(patient))).status).toBe(404)
    expect((await dana.client.post('/api/appointments/book', wish(patient))).status).toBe(403)
    expect((await clientOf(app).post('/api/appointments/book', wish(patient))).status).toBe(401)
    const portal = await makePortalUser(app, patient, `portal${count}@example.test`)
    expect((await portal.client.post('/api/appointments/book', wish(patient))).status).toBe(403)
    expect(await rowsOf(app, 'slot-holds', { appointmentKey: 'none' })).toEqual([])
  })

  it('has no create, update, bulk, copy or version door', async () => {
    const id = await booked()
    expect((await ben.client.post('/api/appointments', wish(await patientOfKim()))).status).toBe(
      403,
    )
    expect(
      (await ben.client.patch(`/api/appointments/${id}`, { status: 'completed' })).status,
    ).toBe(403)
    await ben.client.patch(`/api/appointments?where[id][equals]=${id}`, { status: 'completed' })
    await ben.client.graphql(`mutation { updateAppointment(id: "${id}", data: {}) { id } }`)
    expect((await read(app, 'appointments', id))['status']).toBe('booked')
    expect((await ben.client.post(`/api/appointments/${id}/duplicate`)).status).toBe(404)
    expect((await ben.client.post(`/api/appointments/versions/${id}`)).status).toBe(404)
    expect((await ben.client.delete(`/api/appointments/${id}`)).status).toBeGreaterThanOrEqual(403)
  })

  it('books once for one Idempotency-Key', async () => {
    const body = wish(await patientOfKim())
    const headers = { 'Idempotency-Key': `book-${body.patient}` }
    const [first, second] = [
      await ben.client.post('/api/appointments/book', body, headers),
      await ben.client.post('/api/appointments/book', body, headers),
    ]
    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id])
  })

  it.each(['after-commit', 'before-unit', 'before-mail', 'before-done'])(
    'interrupted at %s ends as if nothing had happened',
    async (point) => {
      const patient = await patientOfKim()
      const body = wish(patient)
      await crashAndRecover(app, {
        point: `appointments.book:${point}`,
        call: () => ben.client.post('/api/appointments/book', body),
      })
      const rows = await rowsOf(app, 'appointments', { patient })
      expect(rows).toHaveLength(1)
      expect(rows[0]?.['pendingAction'] ?? null).toBeNull()
      expect(await rowsOf(app, 'outbox', { recipientId: patient })).toHaveLength(1)
      expect(await holdsOf(rows[0]?.id ?? '')).toHaveLength(30)
    },
  )

  it('is booked and moved outside of the hours of its place all the same, and says so', async () => {
    const hours = [{ weekday: 1, from: '09:00', to: '17:00' }]
    const { location } = await makePlace(app, { name: 'Pier', hours })
    const who = await patientOfKim()
    const at = (startsAt: string, more = {}) =>
      ben.client.post(
        '/api/appointments/book',
        wish(who, { location, room: undefined, startsAt, format: 'inPerson', ...more }),
      )
    const says = ['Pier is closed then. It is open Mon 9:00 AM–5:00 PM; Tue–Sun closed.']
    const early = await at('2027-03-08T08:30')
    expect(early.status, messageIn(early)).toBe(201)
    expect(early.body.advice).toEqual(says)
    expect((await at('2027-03-08T10:00')).body.advice).toEqual([])
    expect((await at('2027-03-09T10:00', { format: 'video' })).body.advice).toEqual([])
    const move = (startsAt: string, rev: number) =>
      ben.client.post(`/api/appointments/${early.body.id}/reschedule`, { startsAt, rev })
    const moved = await move('2027-03-08T14:00', early.body.rev)
    expect(moved.body.advice).toEqual([])
    expect((await move('2027-03-08T16:30', moved.body.rev)).body.advice).toEqual(says)
  })

  it('keeps the day of the location over both changes of the clocks', async () => {
    const patient = await patientOfKim()
    const east = await makePlace(app, { name: 'East', timeZone: 'America/New_York' })
    const cases = [
      // Fall back: 1 November 2026, 2:00 becomes 1:00. The first of the two is meant.
      {
        location: place.location,
        startsAt: '2026-11-01T01:30',
        utc: '2026-11-01T08:30:00.000Z',
        day: '2026-11-01',
      },
      {
        location: place.location,
        startsAt: '2026-11-01T10:00',
        utc: '2026-11-01T18:00:00.000Z',
        day: '2026-11-01',
      },
      // Spring forward: 14 March 2027, 2:00 does not exist and moves on.
      {
        location: place.location,
        startsAt: '2027-03-14T02:30',
        utc: '2027-03-14T10:30:00.000Z',
        day: '2027-03-14',
      },
      {
        location: place.location,
        startsAt: '2027-03-15T10:00',
        utc: '2027-03-15T17:00:00.000Z',
        day: '2027-03-15',
      },
      // Evening on the coast is the next day in UTC and in New York.
      {
        location: place.location,
        startsAt: '2026-05-05T21:30',
        utc: '2026-05-06T04:30:00.000Z',
        day: '2026-05-05',
      },
      {
        location: east.location,
        startsAt: '2026-05-08T21:30',
        utc: '2026-05-09T01:30:00.000Z',
        day: '2026-05-08',
      },
    ]
    for (const { location, startsAt, utc, day } of cases) {
      const id = await booked({ location, startsAt, room: '' }, patient)
      expect(await read(app, 'appointments', id), startsAt).toMatchObject({
        startsAt: utc,
        serviceDate: day,
      })
    }
  })
})

describe('R17 the assessment is finished before the second meeting', () => {
  const second = async (options = { isAssessed: false }) => {
    const patient = await patientOfKim(options)
    await booked({ kind: 'intake' }, patient)
    return patient
  }

  it('refuses the second booking at REST and GraphQL; the first is free', async () => {
    const patient = await second()
    const body = wish(patient)
    const rest = await ben.client.post('/api/appointments/book', body)
    expect([rest.status, ruleIn(rest), messageIn(rest)]).toEqual([
      422,
      'R17',
      'Initial assessment is not finished.',
    ])
    const graphql = await ben.client.graphql(
      'mutation($input: ActionInput) { bookAppointments(input: $input) { id } }',
      { input: body },
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R17')
    expect(await rowsOf(app, 'appointments', { patient })).toHaveLength(1)
    const held = await rowsOf(app, 'slot-holds')
    expect(
      held.filter((hold) => String(hold['key']).includes(String(body.startsAt).slice(0, 16))),
    ).toEqual([])
  })

  it('lets the director decide with a reason, and passes once the assessment is final', async () => {
    const patient = await second()
    const _override = [{ rule: 'R17', reason: 'Crisis session agreed with the team' }]
    const body = { ...wish(patient), _override }
    expect((await ben.client.post('/api/appointments/book', body)).status).toBe(422)
    const answer = await imani.client.post('/api/appointments/book', body)
    expect(answer.status).toBe(201)
    expect(await rowsOf(app, 'overrides', { recordId: answer.body.id })).toMatchObject([
      { ruleId: 'R17', staff: imani.id },
    ])
    await insert(app, 'intake-assessments', { patient, status: 'signed', isFinal: true })
    await booked({}, patient)
  })

  it('refuses the check-in of a second meeting after a first that took place', async () => {
    const patient = await patientOfKim({ isAssessed: false })
    const first = await today(patient)
    await app.payload.db.updateOne({
      collection: 'appointments',
      id: first,
      data: { status: 'completed' },
    })
    const startsAt = '2026-04-14T23:00:00.000Z'
    const _override = [{ rule: 'R17', reason: 'Booked by the director' }]
    const answer = await imani.client.post('/api/appointments/book', {
      ...wish(patient, { startsAt }),
      _override,
    })
    const checkIn = await ben.client.post(`/api/appointments/${answer.body.id}/check-in`)
    expect([checkIn.status, ruleIn(checkIn)]).toEqual([422, 'R17'])
  })

  it('does not count a first meeting that was cancelled', async () => {
    const patient = await patientOfKim({ isAssessed: false })
    const first = await booked({ kind: 'intake' }, patient)
    expect(
      (await ben.client.post(`/api/appointments/${first}/cancel`, { kind: 'patientEarly' })).status,
    ).toBe(200)
    await booked({ kind: 'intake' }, patient)
  })

  it('holds when an appointment is moved behind another', async () => {
    const patient = await patientOfKim({ isAssessed: false })
    const late = await booked({ kind: 'intake', startsAt: '2026-08-04T17:00:00.000Z' }, patient)
    const early = await booked(
      { kind: 'intake', startsAt: '2026-08-03T17:00:00.000Z' },
      patient,
    ).catch(() => null)
    expect(late && early).toBeTruthy()
    const moved = await ben.client.post(`/api/appointments/${early}/reschedule`, {
      startsAt: '2026-08-05T17:00:00.000Z',
    })
    expect([moved.status, ruleIn(moved)]).toEqual([422, 'R17'])
  })
})

describe('reschedule', () => {
  it('swaps the held time, also where old and new overlap', async () => {
    const startsAt = nextStart()
    const id = await booked({ startsAt })
    const later = new Date(Date.parse(startsAt) + 20 * 60_000).toISOString()
    const answer = await ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt: later })
    expect(answer.status).toBe(200)
    const holds = await holdsOf(id)
    expect(holds).toHaveLength(30)
    const { kind, title, zone } = (await read(app, 'appointments', id)) as Record<string, string> // a visit
    expect(title).toBe(visitTitle({ instant: later, zone: String(zone), kind: String(kind) }))
    expect(holds).not.toContain(`clinician:${kim.id}:${startsAt.slice(0, 16)}Z`)
    await booked({ startsAt: new Date(Date.parse(startsAt) - 30 * 60_000).toISOString() })
    const mails = await rowsOf(app, 'outbox', { template: 'appointment-changed' })
    expect(mails.length).toBeGreaterThan(0)
  })

  it('keeps the old time when the new one is taken', async () => {
    const taken = nextStart()
    await booked({ startsAt: taken })
    const id = await booked()
    const before = await holdsOf(id)
    const answer = await ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt: taken })
    expect(answer.status).toBe(409)
    expect(await holdsOf(id)).toEqual(before)
  })

  it('names the other who moves the visit to the same time, not the clinician as booked', async () => {
    const startsAt = nextStart()
    const id = await booked()
    await insert(app, 'slot-holds', {
      key: `clinician:${kim.id}:${startsAt.slice(0, 16)}Z`,
      appointmentKey: (await read(app, 'appointments', id))['uniqueKey'],
      attempt: 'of somebody else',
      heldAt: new Date().toISOString(),
    })
    const answer = await ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt })
    expect(answer.status).toBe(409)
    expect(messageIn(answer)).toMatch(/^Somebody else books or moves this visit/)
  })

  it('reads the revision at every door, and refuses one that is a word', async () => {
    const startsAt = nextStart()
    const id = await booked()
    const move = (more: Record<string, unknown>) =>
      ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt, ...more })
    expect((await move({ rev: 'seven' })).status).toBe(400)
    expect((await move({ rev: '99' })).status).toBe(409)
    const query =
      'mutation($rev: Int, $input: ActionInput) { rescheduleAppointments(id: "ID", rev: $rev, input: $input) { rev } }'
    const byGraphql = (rev: number) =>
      ben.client.graphql(query.replace('ID', id), { rev, input: { startsAt } })
    expect(JSON.stringify((await byGraphql(99)).body.errors)).toContain('"stale"')
    expect((await byGraphql(1)).body.data.rescheduleAppointments.rev).toBe(2)
  })

  it('goes no further than ten years ahead', async () => {
    const answer = await ben.client.post(`/api/appointments/${await booked()}/reschedule`, {
      startsAt: '2206-04-14T17:00:00Z',
    })
    expect([answer.status, messageIn(answer)]).toEqual([
      400,
      'This is more than ten years ahead. Check the year.',
    ])
  })

  it('moves to another clinician of the team only', async () => {
    const patient = await patientOfKim()
    const id = await booked({}, patient)
    const startsAt = nextStart()
    expect(
      (
        await ben.client.post(`/api/appointments/${id}/reschedule`, {
          startsAt,
          clinician: theo.id,
        })
      ).status,
    ).toBe(422)
    await assign(app, theo.id, patient)
    expect(
      (
        await ben.client.post(`/api/appointments/${id}/reschedule`, {
          startsAt,
          clinician: theo.id,
        })
      ).status,
    ).toBe(200)
    const holds = await holdsOf(id)
    expect(holds.filter((key) => key.startsWith(`clinician:${kim.id}`))).toEqual([])
    expect(holds.filter((key) => key.startsWith(`clinician:${theo.id}`))).toHaveLength(10)
  })

  it('lets one of five movers win and holds only the time that was won', async () => {
    const id = await booked()
    const times = [1, 2, 3, 4, 5].map(() => nextStart())
    const { body } = await ben.client.get(`/api/appointments/${id}`)
    const answers = await Promise.all(
      times.map((startsAt) =>
        ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt, rev: body.rev }),
      ),
    )
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    const holds = await holdsOf(id)
    const row = await read(app, 'appointments', id)
    expect(holds).toHaveLength(30)
    expect(holds).toContain(`clinician:${kim.id}:${String(row['startsAt']).slice(0, 16)}Z`)
  })

  it.each(['after-commit', 'before-free-old-time', 'before-mail', 'before-done'])(
    'interrupted at %s ends as if nothing had happened',
    async (point) => {
      const id = await booked()
      const startsAt = nextStart()
      await crashAndRecover(app, {
        point: `appointments.reschedule:${point}`,
        call: () => ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt }),
      })
      const row = await read(app, 'appointments', id)
      expect([row['startsAt'], row['pendingAction'] ?? null]).toEqual([startsAt, null])
      expect(await holdsOf(id)).toHaveLength(30)
    },
  )

  it('finishes an interrupted move before the next one, so that no time stays held', async () => {
    const { armFault } = await import('@/src/lib/faults')
    const id = await booked()
    armFault('appointments.reschedule:after-commit')
    await ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt: nextStart() })
    const startsAt = nextStart()
    expect((await ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt })).status).toBe(
      200,
    )
    expect(await holdsOf(id)).toHaveLength(30)
  })
})

describe('cancel and no-show', () => {
  it('frees the time, tells the patient, keeps the kind', async () => {
    const startsAt = nextStart()
    const id = await booked({ startsAt })
    expect((await ben.client.post(`/api/appointments/${id}/cancel`, {})).status).toBe(400)
    const answers = await race(ben.client, `/api/appointments/${id}/cancel`, {
      kind: 'clinician',
      reason: 'Sick',
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await read(app, 'appointments', id)).toMatchObject({
      status: 'cancelled',
      cancelKind: 'clinician',
    })
    expect(await holdsOf(id)).toEqual([])
    await booked({ startsAt })
    expect(
      (await ben.client.post(`/api/appointments/${id}/reschedule`, { startsAt: nextStart() }))
        .status,
    ).toBe(409)
  })

  it('lets a patient cancel, early or late by the clock, until it begins', async () => {
    const patient = await patientOfKim()
    const portal = await makePortalUser(app, patient, `cancel${count}@example.test`)
    const early = await booked({}, patient)
    const late = await today(patient)
    const begun = await today(patient)
    expect(
      (await portal.client.post(`/api/appointments/${early}/cancel`, { kind: 'office' })).status,
    ).toBe(200)
    expect((await read(app, 'appointments', early))['cancelKind']).toBe('patientEarly')
    expect((await portal.client.post(`/api/appointments/${late}/cancel`)).status).toBe(200)
    expect((await read(app, 'appointments', late))['cancelKind']).toBe('patientLate')
    freezeAt('2026-04-14T22:00:00.000Z')
    expect((await portal.client.post(`/api/appointments/${begun}/cancel`)).status).toBe(409)
    freezeAt(tuesday)
    const foreign = await booked()
    expect((await portal.client.post(`/api/appointments/${foreign}/cancel`)).status).toBe(404)
  })

  it('marks a no-show only after the time, and asks to rebook', async () => {
    const id = await today()
    expect((await ben.client.post(`/api/appointments/${id}/no-show`)).status).toBe(409)
    freezeAt('2026-04-14T23:30:00.000Z')
    const answers = await race(ben.client, `/api/appointments/${id}/no-show`)
    freezeAt(tuesday)
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    const [task] = await rowsOf(app, 'tasks', { recordId: id })
    expect(task).toMatchObject({
      kind: 'rebook',
      assignedRole: 'frontDesk',
      dueAt: '2026-04-16T00:00:00.000Z',
    })
    expect(await holdsOf(id)).toEqual([])
  })
})

describe('R07 papers before the first session', () => {
  it('names what is missing, at REST and GraphQL', async () => {
    const patient = await patientOfKim({ isSigned: false })
    const { treatment = '', privacyNotice = '', ...rest } = texts
    await signAll(app, patient, { feePolicy: rest['feePolicy'] ?? '' })
    const id = await today(patient)
    const answer = await ben.client.post(`/api/appointments/${id}/check-in`)
    expect([answer.status, ruleIn(answer), messageIn(answer)]).toEqual([
      422,
      'R07',
      'Two papers are missing: Consent to treatment; Privacy notice.',
    ])
    const graphql = await ben.client.graphql(
      'mutation($id: String!) { checkInAppointments(id: $id) { id } }',
      { id },
    )
    expect(JSON.stringify(graphql.body.errors)).toContain('R07')
    expect(
      (await ben.client.post(`/api/appointments/${id}/check-in`, { isEmergency: true })).status,
    ).toBe(422)
    expect((await read(app, 'appointments', id))['status']).toBe('booked')
    await signAll(app, patient, { treatment, privacyNotice })
    const answers = await race(ben.client, `/api/appointments/${id}/check-in`)
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await read(app, 'appointments', id)).toMatchObject({
      status: 'checkedIn',
      isEmergencyCheckIn: false,
    })
  })

  it('asks for the video consent by video', async () => {
    const patient = await patientOfKim({ isSigned: false })
    const { telehealth: _later, ...office } = texts
    await signAll(app, patient, office)
    const id = await today(patient, { format: 'video', room: '' })
    const answer = await ben.client.post(`/api/appointments/${id}/check-in`)
    expect(messageIn(answer)).toBe('One paper is missing: Consent to video sessions.')
  })

  it('lets the clinician check somebody in as an emergency; the papers are due in a day', async () => {
    const patient = await patientOfKim({ isSigned: false })
    const id = await today(patient)
    expect((await kim.client.post(`/api/appointments/${id}/check-in`)).status).toBe(422)
    const answer = await kim.client.post(`/api/appointments/${id}/check-in`, { isEmergency: true })
    expect(answer.status).toBe(200)
    expect(await read(app, 'appointments', id)).toMatchObject({
      isEmergencyCheckIn: true,
      missingAtCheckIn: 'treatment privacyNotice feePolicy',
    })
    expect(await rowsOf(app, 'tasks', { recordId: id })).toMatchObject([
      { assignee: kim.id, dueAt: '2026-04-15T16:40:00.000Z' },
    ])
    expect(await rowsOf(app, 'overrides', { recordId: id })).toMatchObject([
      { ruleId: 'R07', staff: kim.id },
    ])
    expect((await ben.client.post(`/api/appointments/${id}/undo-check-in`)).status).toBe(200)
    expect(await read(app, 'appointments', id)).toMatchObject({
      status: 'booked',
      isEmergencyCheckIn: false,
    })
  })

  it('is for the day itself', async () => {
    const id = await booked()
    const answer = await ben.client.post(`/api/appointments/${id}/check-in`)
    expect([answer.status, messageIn(answer)]).toEqual([
      409,
      expect.stringContaining('Check in on that day'),
    ])
  })

  it.each(['after-commit', 'before-papers-task', 'before-override', 'before-done'])(
    'check-in interrupted at %s ends as if nothing had happened',
    async (point) => {
      const patient = await patientOfKim({ isSigned: false })
      const id = await today(patient)
      await crashAndRecover(app, {
        point: `appointments.check-in:${point}`,
        call: () => kim.client.post(`/api/appointments/${id}/check-in`, { isEmergency: true }),
      })
      expect(await read(app, 'appointments', id)).toMatchObject({ status: 'checkedIn' })
      expect(await rowsOf(app, 'tasks', { recordId: id })).toHaveLength(1)
      expect(await rowsOf(app, 'overrides', { recordId: id })).toHaveLength(1)
    },
  )
})

describe('calendar', () => {
  it('answers a day within the scope, with names, chips and papers, and nothing clinical', async () => {
    const patient = await patientOfKim({ isSigned: false })
    await app.payload.db.updateOne({
      collection: 'patients',
      id: patient,
      data: { safetyBanner: true },
    })
    const id = await booked(
      { startsAt: '2026-09-01T17:00:00.000Z', format: 'video', room: '' },
      patient,
    )
    const day = await ben.client.get('/api/appointments/day?date=2026-09-01')
    expect(day.status).toBe(200)
    expect(day.body.appointments).toHaveLength(1)
    const [entry] = day.body.appointments
    expect(entry).toMatchObject({ id, clinicianName: 'Kim', status: 'booked', format: 'video' })
    expect(entry.patientName).toMatch(/^Ana\d+ Silva$/)
    expect(entry.chips.map((chip: { code: string }) => chip.code)).toEqual([
      'urgent',
      'papers',
      'video',
    ])
    expect(entry.missing).toHaveLength(4)
    expect(
      (await kim.client.get('/api/appointments/day?date=2026-09-01')).body.appointments,
    ).toHaveLength(1)
    expect(
      (await theo.client.get('/api/appointments/day?date=2026-09-01')).body.appointments,
    ).toHaveLength(0)
    expect((await clientOf(app).get('/api/appointments/day?date=2026-09-01')).status).toBe(401)
    expect((await ben.client.get('/api/appointments/day?date=2026-02-30')).status).toBe(400)
    expect((await ben.client.get('/api/appointments/day?date=2026-09-01&days=99')).status).toBe(400)
  })

  it('goes by the clock of the practice where the locations have several', async () => {
    const far = await insert(app, 'locations', {
      name: 'A house in the mountains',
      timeZone: 'America/Denver',
      isActive: true,
    })
    const zoneOf = async (more = '') =>
      (await ben.client.get(`/api/appointments/day?date=2026-09-01${more}`)).body.zone
    expect(await zoneOf()).toBe('America/Los_Angeles')
    expect(await zoneOf(`&location=${far}`)).toBe('America/Denver')
    await app.payload.db.deleteOne({ collection: 'locations', where: { id: { equals: far } } })
  })

  it('asks as many questions of the database for thirty bookings as for one', async () => {
    const count = async (date: string): Promise<number> => {
      let calls = 0
      const { db } = app.payload
      const find = db.find.bind(db)
      const findOne = db.findOne.bind(db)
      db.find = ((args: never) => {
        calls += 1
        return find(args)
      }) as typeof db.find
      db.findOne = ((args: never) => {
        calls += 1
        return findOne(args)
      }) as typeof db.findOne
      await ben.client.get(`/api/appointments/day?date=${date}`)
      db.find = find
      db.findOne = findOne
      return calls
    }
    await booked({ startsAt: '2026-10-05T17:00:00.000Z' })
    const patients = await Promise.all(Array.from({ length: 12 }, () => patientOfKim()))
    for (const [index, patient] of patients.entries()) {
      await booked(
        {
          startsAt: new Date(
            Date.parse('2026-10-06T15:00:00.000Z') + index * 3_600_000,
          ).toISOString(),
          minutes: 50,
        },
        patient,
      )
    }
    expect(await count('2026-10-06')).toBe(await count('2026-10-05'))
  })

  it('offers free times around bookings and closures, with free rooms, and no names', async () => {
    await openHours(app, kim.id, place.location, ['3'])
    const day = '2026-09-09'
    await booked({ startsAt: '2026-09-09T17:00:00.000Z', minutes: 60 })
    await insert(app, 'closures', {
      location: place.location,
      startsAt: '2026-09-09T19:00:00.000Z',
      endsAt: '2026-09-09T21:00:00.000Z',
      reason: 'Repairs',
    })
    const answer = await ben.client.get(
      `/api/appointments/free-slots?clinician=${kim.id}&from=${day}&to=${day}&minutes=60&location=${place.location}`,
    )
    expect(answer.status).toBe(200)
    const starts = answer.body.slots.map((slot: { start: string }) => slot.start.slice(11, 16))
    expect(starts).toEqual(['16:00', '18:00', '21:00', '22:00', '23:00'])
    expect(answer.body.slots[0].freeRooms).toContain(place.room)
    // What the calendar does not hatch.
    const shown = await ben.client.get(
      `/api/appointments/day?date=${day}&location=${place.location}`,
    )
    const hers = shown.body.hours.filter(({ staff }: { staff: string }) => staff === kim.id)
    expect(hers).toEqual([
      {
        staff: kim.id,
        location: place.location,
        startsAt: '2026-09-09T16:00:00.000Z',
        endsAt: '2026-09-10T00:00:00.000Z',
      },
    ])
    expect(shown.body.hoursOf).toBe('everybody')
    const saidHours = { weekday: 3, from: '10:00', to: '16:00' }
    await app.payload.db.updateOne({
      collection: 'locations',
      id: place.location,
      data: { hours: [saidHours] },
    })
    const visits = await ben.client.get(
      `/api/appointments/day?date=${day}&location=${place.location}&only=visits`,
    )
    expect(visits.body.hours).toEqual([])
    expect(visits.body.appointments).toEqual(shown.body.appointments)
    expect(visits.body.appointments.length).toBeGreaterThan(0)
    const next = await ben.client.get('/api/appointments/day?date=2026-09-08&days=2')
    expect(next.body.hours).toContainEqual(hers[0])
    const { body } = await theo.client.get(`/api/appointments/day?date=${day}`)
    expect(body.locations).toContainEqual(
      expect.objectContaining({ id: place.location, isActive: true, hours: [saidHours] }),
    )
    const theos = await theo.client.get(`/api/appointments/day?date=${day}`)
    expect(theos.body).toMatchObject({ hours: [], hoursOf: 'oneself' })
    const nobodys = await ben.client.get('/api/appointments/day?date=2026-09-12')
    expect(nobodys.body.hours).toEqual([])
    expect(JSON.stringify(answer.body)).not.toContain('Silva')
    expect(
      (
        await clientOf(app).get(
          `/api/appointments/free-slots?clinician=${kim.id}&from=${day}&to=${day}&minutes=60`,
        )
      ).status,
    ).toBe(401)
    expect(
      (
        await ben.client.get(
          `/api/appointments/free-slots?clinician=${kim.id}&from=${day}&to=2027-12-31&minutes=60`,
        )
      ).status,
    ).toBe(400)
    expect((await ben.client.get('/api/appointments/free-slots')).status).toBe(400)
  })
})

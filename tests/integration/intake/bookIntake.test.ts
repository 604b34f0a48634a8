import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { armFault } from '@/src/lib/faults'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  insert,
  makePatient,
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
  type Place,
  publishTexts,
  race,
  rowsOf,
  statuses,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let ben: Person
let kim: Person
let place: Place

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  kim = await makeStaff(app, 'Kim', ['clinician'], { caseloadCap: 200 })
  place = await makePlace(app)
  await publishTexts(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

let count = 0

const triaged = (more: Record<string, unknown> = {}): Promise<string> => {
  count += 1
  return insert(app, 'inquiries', {
    chosenName: `Person${count}`,
    lastName: 'Silva',
    displayName: `Person${count} Silva`,
    email: `person${count}@example.test`,
    emailKey: `person${count}@example.test`,
    contactPreference: 'email',
    mayEmail: true,
    status: 'triaged',
    tier: 'standard',
    mustActToday: false,
    source: 'google',
    referralSource: 'search',
    receivedAt: tuesday,
    ...more,
  })
}

let hour = 0

/** A time nobody else in this file uses. */
const nextStart = (): string => {
  hour += 1
  return new Date(Date.parse('2026-05-04T15:00:00.000Z') + hour * 2 * 3_600_000).toISOString()
}

const wish = (more: Record<string, unknown> = {}) => ({
  clinician: kim.id,
  startsAt: nextStart(),
  minutes: 60,
  location: place.location,
  room: place.room,
  format: 'inPerson',
  ...more,
})

/** Everything that follows from a booked intake, counted. */
const outcome = async (inquiry: string) => {
  const patients = await rowsOf(app, 'patients', { inquiry })
  const patient = patients[0]?.id ?? ''
  const appointments = await rowsOf(app, 'appointments', { patient })
  const key = String(appointments[0]?.['uniqueKey'])
  return {
    patients: patients.length,
    team: (await rowsOf(app, 'care-team-assignments', { patient })).length,
    appointments: appointments.length,
    holds: (await rowsOf(app, 'slot-holds', { appointmentKey: key })).length,
    consents: (await rowsOf(app, 'consents', { patient })).length,
    items: (await rowsOf(app, 'packet-items', { patient })).length,
    measures: (await rowsOf(app, 'measure-responses', { patient })).length,
    accounts: (await rowsOf(app, 'portal-users', { patient })).length,
    mails: (await rowsOf(app, 'outbox', { recipientId: patient })).length,
    status: (await read(app, 'inquiries', inquiry))['status'],
    pending: (await read(app, 'inquiries', inquiry))['pendingAction'] ?? null,
  }
}

// 12 slots of five minutes for clinician, patient and room.
const complete = {
  patients: 1,
  team: 1,
  appointments: 1,
  holds: 36,
  consents: 3,
  items: 9,
  measures: 2,
  accounts: 1,
  mails: 1,
  status: 'intakeBooked',
  pending: null,
}

describe('book-intake', () => {
  it('makes a prospective patient with everything the first visit needs', async () => {
    const inquiry = await triaged()
    const answer = await ben.client.post(`/api/inquiries/${inquiry}/book-intake`, wish())
    expect(answer.status).toBe(200)
    expect(await outcome(inquiry)).toEqual(complete)
    const patient = await read(app, 'patients', answer.body.result.patient)
    expect(patient).toMatchObject({
      status: 'prospective',
      firstName: 'Person1',
      lastName: 'Silva',
      primaryClinician: kim.id,
    })
    expect(await read(app, 'appointments', answer.body.result.appointment)).toMatchObject({
      kind: 'intake',
      sequence: 1,
      serviceDate: '2026-05-04',
      zone: 'America/Los_Angeles',
    })
    expect((await kim.client.get(`/api/patients/${patient['id']}`)).status).toBe(200)
    const items = (await rowsOf(app, 'packet-items', { patient: patient['id'] })).map(
      (row) => row['reference'] ?? row['kind'],
    )
    expect(items.sort()).toEqual(
      [
        'GAD-7',
        'PHQ-9',
        'details',
        'emergencyContact',
        'feePolicy',
        'history',
        'insuranceCard',
        'privacyNotice',
        'treatment',
      ].sort(),
    )
  })

  it('asks for the video consent only for video', async () => {
    const inquiry = await triaged()
    expect(
      (
        await ben.client.post(
          `/api/inquiries/${inquiry}/book-intake`,
          wish({ format: 'video', room: '' }),
        )
      ).status,
    ).toBe(200)
    expect(await outcome(inquiry)).toMatchObject({ consents: 4, items: 10, holds: 24 })
  })

  it('does not copy the message into the chart', async () => {
    const { body } = await ben.client.post('/api/inquiries', {
      chosenName: 'Canary',
      email: 'canary@example.test',
      message: 'Canary-message: he hits me',
      referralSource: 'friend',
    })
    await app.payload.db.updateOne({
      collection: 'inquiries',
      id: body.doc.id,
      data: { status: 'triaged' },
    })
    const answer = await ben.client.post(`/api/inquiries/${body.doc.id}/book-intake`, wish())
    expect(answer.status).toBe(200)
    const whole = await kim.client.get(`/api/patients/${answer.body.result.patient}`)
    expect(JSON.stringify(whole.body)).not.toContain('Canary-message')
  })

  it('tells the front desk when the packet cannot be sent', async () => {
    const without = await triaged({ email: null, emailKey: null, phone: '503-555-0101' })
    const first = await ben.client.post(`/api/inquiries/${without}/book-intake`, wish())
    expect(first.status).toBe(200)
    expect(await outcome(without)).toMatchObject({ accounts: 0, mails: 0 })
    const other = await makePatient(app, 'Old', 'Friend')
    await makePortalUser(app, other, 'shared@example.test')
    const shared = await triaged({ email: 'shared@example.test', emailKey: null })
    expect((await ben.client.post(`/api/inquiries/${shared}/book-intake`, wish())).status).toBe(200)
    const tasks = await rowsOf(app, 'tasks', { kind: 'packet' })
    expect(tasks.map((task) => String(task['title'])).sort()).toEqual([
      expect.stringContaining('Ask a patient for an e-mail address'),
      expect.stringContaining('another e-mail address'),
    ])
  })

  it('refuses what cannot be booked, with a sentence each', async () => {
    const inquiry = await triaged()
    const path = `/api/inquiries/${inquiry}/book-intake`
    const closure = await insert(app, 'closures', {
      staff: kim.id,
      startsAt: '2026-06-01T00:00:00.000Z',
      endsAt: '2026-06-08T00:00:00.000Z',
      reason: 'Holiday',
    })
    expect(closure).toBeTruthy()
    const cases: [Record<string, unknown>, number, RegExp][] = [
      [{ clinician: ben.id }, 400, /Choose a clinician who works here/],
      [{ clinician: 'nobody' }, 400, /Choose a clinician/],
      [{ location: 'nowhere' }, 400, /Choose a location/],
      [{ room: 'none' }, 400, /Choose a room/],
      [{ startsAt: 'tomorrow' }, 400, /Choose a date and time/],
      [{ startsAt: '2026-02-30T10:00' }, 400, /Choose a date and time/],
      [{ startsAt: '2026-04-13T17:00:00.000Z' }, 400, /This time has passed/],
      [{ startsAt: '2026-06-02T17:00:00.000Z' }, 409, /Kim is away at this time \(Holiday\)/],
      [{ minutes: -5 }, 400, /Enter 20 to 180 minutes/],
      [{ minutes: '' }, 400, /Enter 20 to 180 minutes/],
      [{ format: 'fax' }, 400, /Choose one of the answers/],
    ]
    for (const [more, status, message] of cases) {
      const answer = await ben.client.post(path, wish(more))
      expect([answer.status, messageIn(answer)], JSON.stringify(more)).toEqual([
        status,
        expect.stringMatching(message),
      ])
    }
    expect(await read(app, 'inquiries', inquiry)).toMatchObject({ status: 'triaged' })
    expect(await rowsOf(app, 'patients', { inquiry })).toHaveLength(0)
  })

  it('lets one of five racers win, and leaves nothing of the others', async () => {
    const inquiry = await triaged()
    const answers = await race(ben.client, `/api/inquiries/${inquiry}/book-intake`, wish())
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await outcome(inquiry)).toEqual(complete)
  })

  it('books one slot for exactly one of twenty people at once', async () => {
    const slot = wish()
    const inquiries = await Promise.all(Array.from({ length: 20 }, () => triaged()))
    const answers = await Promise.all(
      inquiries.map((inquiry) => ben.client.post(`/api/inquiries/${inquiry}/book-intake`, slot)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
    const booked = await rowsOf(app, 'appointments', { startsAt: slot.startsAt })
    expect(booked).toHaveLength(1)
    const states = await Promise.all(
      inquiries.map(async (id) => (await read(app, 'inquiries', id))['status']),
    )
    expect(states.filter((status) => status === 'intakeBooked')).toHaveLength(1)
    const keys = new Set((await rowsOf(app, 'slot-holds')).map((hold) => hold['appointmentKey']))
    const live = new Set((await rowsOf(app, 'appointments')).map((row) => row['uniqueKey']))
    expect([...keys].filter((key) => !live.has(key))).toEqual([])
  }, 120_000)

  it('goes back to the board when the intake is cancelled, and books the same patient again', async () => {
    const inquiry = await triaged()
    const first = await ben.client.post(`/api/inquiries/${inquiry}/book-intake`, wish())
    const cancelled = await ben.client.post(
      `/api/appointments/${first.body.result.appointment}/cancel`,
      { kind: 'office' },
    )
    expect(cancelled.status).toBe(200)
    expect((await read(app, 'inquiries', inquiry))['status']).toBe('triaged')
    const second = await ben.client.post(`/api/inquiries/${inquiry}/book-intake`, wish())
    expect(second.status).toBe(200)
    expect(second.body.result.patient).toBe(first.body.result.patient)
    expect(await rowsOf(app, 'patients', { inquiry })).toHaveLength(1)
  })

  it('asked twice with one Idempotency-Key books once', async () => {
    const inquiry = await triaged()
    const body = wish()
    const headers = { 'Idempotency-Key': `intake-${inquiry}` }
    const first = await ben.client.post(`/api/inquiries/${inquiry}/book-intake`, body, headers)
    const second = await ben.client.post(`/api/inquiries/${inquiry}/book-intake`, body, headers)
    expect([first.status, second.status, second.body.isReplay]).toEqual([200, 200, true])
    expect(await outcome(inquiry)).toEqual(complete)
  })
})

describe('book-intake interrupted', () => {
  const effects = [
    'patient',
    'care-team',
    'appointment',
    'packet',
    'portal',
    'unit',
    'mail',
    'waitlist',
    'office',
    'done',
  ]
  const points = ['after-commit', ...effects.map((name) => `before-${name}`)]

  it.each(points)('at %s ends as if nothing had happened', async (point) => {
    const inquiry = await triaged()
    const body = wish()
    await crashAndRecover(app, {
      point: `inquiries.book-intake:${point}`,
      call: () => ben.client.post(`/api/inquiries/${inquiry}/book-intake`, body),
    })
    expect(await outcome(inquiry)).toEqual(complete)
  })

  it('before the commit is as never asked, and the abandoned time comes free', async () => {
    const inquiry = await triaged()
    const body = wish()
    armFault('inquiries.book-intake:before-commit')
    expect((await ben.client.post(`/api/inquiries/${inquiry}/book-intake`, body)).status).toBe(500)
    expect((await read(app, 'inquiries', inquiry))['status']).toBe('triaged')
    expect(await rowsOf(app, 'patients', { inquiry })).toHaveLength(0)
    const abandoned = (await rowsOf(app, 'slot-holds')).filter((hold) =>
      String(hold['appointmentKey']).includes(inquiry),
    )
    for (const hold of abandoned) {
      await app.payload.db.updateOne({
        collection: 'slot-holds',
        id: hold.id,
        data: { heldAt: '2020-01-01T00:00:00.000Z' },
      })
    }
    const other = await triaged()
    expect((await ben.client.post(`/api/inquiries/${other}/book-intake`, body)).status).toBe(200)
    expect(await outcome(other)).toEqual(complete)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movedAlong, weeklyAfter } from '@/src/domain/scheduling/weekly'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makeStaff, type Person, read } from '@/tests/support/people'
import {
  freezeAt,
  makePlace,
  messageIn,
  type Place,
  publishTexts,
  readyPatient,
  rowsOf,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let ben: Person
let kim: Person
let place: Place
let texts: Record<string, string>

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  place = await makePlace(app)
  texts = await publishTexts(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

let count = 0

const patientOfKim = (): Promise<string> => {
  count += 1
  return readyPatient(app, { clinician: kim.id, texts, number: count })
}

const zone = 'America/Los_Angeles'

const book = (patient: string, startsAt: string, more: Record<string, unknown> = {}) =>
  ben.client.post('/api/appointments/book', {
    patient,
    clinician: kim.id,
    startsAt,
    minutes: 50,
    kind: 'individual',
    format: 'inPerson',
    location: place.location,
    room: place.room,
    ...more,
  })

/** The first visit and three more, a week apart; one after the other, as the screen does it. */
const series = async (startsAt: string): Promise<{ patient: string; ids: string[] }> => {
  const patient = await patientOfKim()
  const ids: string[] = []
  for (const start of [startsAt, ...weeklyAfter({ startsAt, zone, everyWeeks: 1, times: 3 })]) {
    const answer = await book(patient, start, ids[0] ? { repeats: ids[0] } : {})
    expect(answer.status, messageIn(answer)).toBe(201)
    ids.push(answer.body.id)
  }
  return { patient, ids }
}

const mailsTo = async (patient: string, template: string) =>
  (await rowsOf(app, 'outbox', { template })).filter((mail) => mail['recipientId'] === patient)

describe('a weekly series', () => {
  it('belongs together, is found by software, and the patient gets one message for it', async () => {
    const { patient, ids } = await series('2026-04-21T16:00:00.000Z')
    const rows = await Promise.all(ids.map((id) => read(app, 'appointments', id)))
    const [key] = new Set(rows.map((row) => row['seriesKey']))
    expect(key).toBe(rows[0]?.['uniqueKey'])
    expect(rows.map((row) => row['serviceDate'])).toEqual([
      '2026-04-21',
      '2026-04-28',
      '2026-05-05',
      '2026-05-12',
    ])
    const found = await ben.client.get(`/api/appointments?where[seriesKey][equals]=${key}&depth=0`)
    expect(found.body.totalDocs).toBe(4)
    expect(await mailsTo(patient, 'appointment-booked')).toHaveLength(1)
    expect(await mailsTo(patient, 'series-changed')).toHaveLength(1)
  })

  it('books the other weeks when one is taken', async () => {
    const startsAt = '2026-04-21T18:00:00.000Z'
    const other = await book(await patientOfKim(), '2026-04-28T18:00:00.000Z')
    expect(other.status).toBe(201)
    const patient = await patientOfKim()
    const first = await book(patient, startsAt)
    const answers = []
    for (const start of weeklyAfter({ startsAt, zone, everyWeeks: 1, times: 2 }))
      answers.push(await book(patient, start, { repeats: first.body.id }))
    expect(answers.map(({ status }) => status)).toEqual([409, 201])
    expect(messageIn(answers[0] as never)).toBe(
      'The clinician is booked and the room is taken at this time. Choose another time.',
    )
  })

  it('repeats nobody else’s appointment', async () => {
    const first = await book(await patientOfKim(), '2026-04-21T20:00:00.000Z')
    const answer = await book(await patientOfKim(), '2026-04-28T20:00:00.000Z', {
      repeats: first.body.id,
    })
    expect([answer.status, messageIn(answer)]).toEqual([
      400,
      'The appointment to repeat is not one of this patient.',
    ])
  })

  it('moves one alone, or all that follow with one message', async () => {
    const startsAt = '2026-04-22T16:00:00.000Z'
    const { patient, ids } = await series(startsAt)
    const [, second = '', ...following] = ids
    const alone = await ben.client.post(`/api/appointments/${second}/reschedule`, {
      startsAt: '2026-04-30T16:00:00.000Z',
    })
    expect(alone.status, messageIn(alone)).toBe(200)
    for (const id of following) {
      const row = await read(app, 'appointments', id)
      const answer = await ben.client.post(`/api/appointments/${id}/reschedule`, {
        startsAt: movedAlong({
          startsAt: new Date(row['startsAt'] as string).toISOString(),
          from: startsAt,
          to: '2026-04-23T17:30:00.000Z',
          zone,
        }),
        isTogether: true,
      })
      expect(answer.status, messageIn(answer)).toBe(200)
    }
    const days = await Promise.all(ids.map((id) => read(app, 'appointments', id)))
    expect(days.map((row) => row['serviceDate'])).toEqual([
      '2026-04-22',
      '2026-04-30',
      '2026-05-07',
      '2026-05-14',
    ])
    expect(await mailsTo(patient, 'appointment-changed')).toHaveLength(1)
    // One for what was booked, one for what moved together.
    expect(await mailsTo(patient, 'series-changed')).toHaveLength(2)
  })

  it('is canceled from one on; what stands by itself is not part of one', async () => {
    const { patient, ids } = await series('2026-04-23T20:00:00.000Z')
    for (const id of ids.slice(1)) {
      const answer = await ben.client.post(`/api/appointments/${id}/cancel`, {
        kind: 'office',
        isTogether: true,
      })
      expect(answer.status, messageIn(answer)).toBe(200)
    }
    const rows = await Promise.all(ids.map((id) => read(app, 'appointments', id)))
    expect(rows.map(({ status }) => status)).toEqual([
      'booked',
      'cancelled',
      'cancelled',
      'cancelled',
    ])
    expect(await mailsTo(patient, 'appointment-cancelled')).toHaveLength(0)
    const lone = await book(patient, '2026-04-24T20:00:00.000Z')
    const refused = await ben.client.post(`/api/appointments/${lone.body.id}/cancel`, {
      kind: 'office',
      isTogether: true,
    })
    expect([refused.status, messageIn(refused)]).toEqual([
      400,
      'This appointment is not part of a series.',
    ])
  })

  it('keeps the office note and the reason of a cancellation, encrypted', async () => {
    const made = await book(await patientOfKim(), '2026-04-27T20:00:00.000Z', {
      note: 'CANARY brings the dog',
    })
    const kept = await ben.client.get(`/api/appointments/${made.body.id}`)
    expect(kept.body.note).toBe('CANARY brings the dog')
    const answer = await ben.client.post(`/api/appointments/${made.body.id}/cancel`, {
      kind: 'office',
      reason: 'CANARY the heating broke',
    })
    expect(answer.status, messageIn(answer)).toBe(200)
    const { body } = await ben.client.get(`/api/appointments/${made.body.id}`)
    expect([body.note, body.cancelReason]).toEqual([
      'CANARY brings the dog',
      'CANARY the heating broke',
    ])
    const stored = JSON.stringify(await read(app, 'appointments', made.body.id))
    expect(stored).not.toContain('CANARY')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { armFault } from '@/src/lib/faults'
import { bootApp, type TestApp } from '@/tests/support/boot'
import type { Answer } from '@/tests/support/client'
import { assign, insert, makePatient, makeStaff, type Person, read } from '@/tests/support/people'
import {
  crashAndRecover,
  freezeAt,
  makePlace,
  type Place,
  publishTexts,
  race,
  rowsOf,
  statuses,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let ben: Person
let imani: Person
let kim: Person
let place: Place

const danger = {
  urgency: 'today',
  suicidalThoughts: 'plan',
  homicidalThoughts: 'none',
  recentAttempt: 'no',
  violenceAtHome: 'no',
  psychosis: 'no',
  impairment: 'some',
  supports: 'several',
  substance: 'none',
  medical: 'none',
  safetyAction: 'connected988',
}

beforeAll(async () => {
  app = await bootApp()
  freezeAt(tuesday)
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  imani = await makeStaff(app, 'Imani', ['director'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  place = await makePlace(app)
  await publishTexts(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const inquiry = (more: Record<string, unknown> = {}): Promise<string> =>
  insert(app, 'inquiries', {
    chosenName: 'Jo',
    email: 'jo@example.test',
    contactPreference: 'email',
    mayEmail: true,
    status: 'triaged',
    tier: 'standard',
    mustActToday: false,
    referralSource: 'search',
    receivedAt: tuesday,
    ...more,
  })

let count = 0

const booking = async (more: Record<string, unknown> = {}) => {
  count += 1
  const patient = await makePatient(app, `Ana${count}`, 'Silva', {
    email: `a${count}@example.test`,
  })
  await assign(app, kim.id, patient)
  const startsAt = new Date(Date.parse(tuesday) + count * 3_600_000).toISOString()
  const answer = await ben.client.post('/api/appointments/book', {
    patient,
    clinician: kim.id,
    startsAt,
    minutes: 50,
    kind: 'individual',
    format: 'inPerson',
    location: place.location,
    ...more,
  })
  expect(answer.status).toBe(201)
  return { patient, id: String(answer.body.id) }
}

const tasksOf = async (recordId: string): Promise<number> =>
  (await rowsOf(app, 'tasks', { recordId })).length

type Case = {
  action: string
  effects: string[]
  begin: () => Promise<{ id: string; call: () => Promise<Answer>; check: () => Promise<void> }>
}

const cases: Case[] = [
  {
    action: 'inquiries.triage',
    effects: ['alert', 'waitlist'],
    begin: async () => {
      const id = await inquiry({ status: 'waitlisted' })
      await insert(app, 'waitlist-entries', {
        uniqueKey: `w|${id}`,
        inquiry: id,
        tier: 'standard',
        addedOn: '2026-04-01',
        status: 'waiting',
      })
      return {
        id,
        call: () => ben.client.post(`/api/inquiries/${id}/triage`, danger),
        check: async () => {
          // Nobody is on the roster, so the director hears of it.
          expect(await rowsOf(app, 'tasks', { recordId: id })).toMatchObject([
            { assignedRole: 'director', isUrgent: true },
          ])
          expect((await rowsOf(app, 'outbox', { recipientId: imani.id })).length).toBeGreaterThan(0)
          expect(await rowsOf(app, 'waitlist-entries', { inquiry: id })).toMatchObject([
            { status: 'closed' },
          ])
        },
      }
    },
  },
  {
    action: 'inquiries.waitlist',
    effects: ['entry', 'check-in-task'],
    begin: async () => {
      const id = await inquiry()
      return {
        id,
        call: () =>
          ben.client.post(`/api/inquiries/${id}/waitlist`, { estimatedWait: 'six weeks' }),
        check: async () => {
          expect(await rowsOf(app, 'waitlist-entries', { inquiry: id })).toHaveLength(1)
          expect(await tasksOf(id)).toBe(1)
        },
      }
    },
  },
  {
    action: 'inquiries.decline',
    effects: ['waitlist'],
    begin: async () => {
      const id = await inquiry({ status: 'waitlisted' })
      await insert(app, 'waitlist-entries', {
        uniqueKey: `w|${id}`,
        inquiry: id,
        tier: 'standard',
        addedOn: '2026-04-01',
        status: 'waiting',
      })
      return {
        id,
        call: () =>
          ben.client.post(`/api/inquiries/${id}/decline`, {
            reason: 'noCapacity',
            referredTo: 'County clinic',
          }),
        check: async () => {
          expect(await rowsOf(app, 'waitlist-entries', { inquiry: id })).toMatchObject([
            { status: 'closed' },
          ])
        },
      }
    },
  },
  {
    action: 'appointments.cancel',
    effects: ['free-time', 'unit', 'inquiry', 'mail', 'task'],
    begin: async () => {
      const { id, patient } = await booking()
      return {
        id,
        call: () => ben.client.post(`/api/appointments/${id}/cancel`, { kind: 'clinician' }),
        check: async () => {
          const row = await read(app, 'appointments', id)
          expect(row['status']).toBe('cancelled')
          expect(
            await rowsOf(app, 'slot-holds', { appointmentKey: row['uniqueKey'] }),
          ).toHaveLength(0)
          expect(await tasksOf(id)).toBe(1)
          const mails = await rowsOf(app, 'outbox', {
            recipientId: patient,
            template: 'appointment-cancelled',
          })
          expect(mails).toHaveLength(1)
        },
      }
    },
  },
  {
    action: 'appointments.no-show',
    effects: ['free-time', 'unit', 'inquiry', 'task'],
    begin: async () => {
      freezeAt(tuesday)
      const { id } = await booking()
      freezeAt('2026-04-20T00:00:00.000Z')
      return {
        id,
        call: () => ben.client.post(`/api/appointments/${id}/no-show`),
        check: async () => {
          freezeAt(tuesday)
          expect((await read(app, 'appointments', id))['status']).toBe('noShow')
          expect(await tasksOf(id)).toBe(1)
        },
      }
    },
  },
  {
    action: 'consents.sign',
    effects: ['packet'],
    begin: async () => {
      const { id: appointment, patient } = await booking()
      const [template] = await rowsOf(app, 'consent-templates', { kind: 'treatment' })
      const id = await insert(app, 'consents', {
        uniqueKey: `c|${patient}`,
        patient,
        template: template?.id,
        kind: 'treatment',
        version: 1,
        status: 'pending',
      })
      const item = await insert(app, 'packet-items', {
        uniqueKey: `${patient}|consent|treatment`,
        patient,
        appointment,
        kind: 'consent',
        reference: 'treatment',
        title: 'Consent',
        status: 'open',
      })
      return {
        id,
        call: () => ben.client.post(`/api/consents/${id}/sign`, { signerName: 'Ana', agree: true }),
        check: async () => {
          expect((await read(app, 'consents', id))['status']).toBe('signed')
          expect((await read(app, 'packet-items', item))['status']).toBe('done')
        },
      }
    },
  },
  {
    action: 'consent-templates.publish-version',
    effects: ['replace-previous', 'move-pending'],
    begin: async () => {
      const id = await insert(app, 'consent-templates', {
        kind: 'feePolicy',
        title: 'Fees',
        body: `Fees ${count}`,
        isActive: false,
      })
      return {
        id,
        call: () => imani.client.post(`/api/consent-templates/${id}/publish-version`),
        check: async () => {
          const active = await rowsOf(app, 'consent-templates', {
            kind: 'feePolicy',
            isActive: true,
          })
          expect(active.map((row) => row.id)).toEqual([id])
        },
      }
    },
  },
]

const points = cases.flatMap((each) =>
  ['after-commit', ...each.effects.map((name) => `before-${name}`), 'before-done'].map((point) => ({
    ...each,
    point,
  })),
)

describe('interrupted actions end as if nothing had happened', () => {
  it.each(points)('$action at $point', async ({ action, begin, point }) => {
    const { call, check, id } = await begin()
    await crashAndRecover(app, { point: `${action}:${point}`, call })
    await check()
    const [slug = ''] = action.split('.')
    expect((await read(app, slug, id))['pendingAction'] ?? null).toBeNull()
  })

  it('a repeated Idempotency-Key finishes what the first call began', async () => {
    const id = await inquiry()
    const body = {
      clinician: kim.id,
      startsAt: '2026-07-01T17:00:00.000Z',
      minutes: 60,
      location: place.location,
      format: 'inPerson',
    }
    const headers = { 'Idempotency-Key': `crash-${id}` }
    armFault('inquiries.book-intake:before-packet')
    expect((await ben.client.post(`/api/inquiries/${id}/book-intake`, body, headers)).status).toBe(
      500,
    )
    // As after a restart: the first call is no longer running.
    const [key] = (await rowsOf(app, 'idempotency-keys')).filter((row) =>
      String(row['door']).includes(id),
    )
    await app.payload.db.updateOne({
      collection: 'idempotency-keys',
      id: key?.id ?? '',
      data: { startedAt: '2020-01-01T00:00:00.000Z' },
    })
    const again = await ben.client.post(`/api/inquiries/${id}/book-intake`, body, headers)
    expect(again.status).toBe(200)
    const [patient] = await rowsOf(app, 'patients', { inquiry: id })
    expect(await rowsOf(app, 'patients', { inquiry: id })).toHaveLength(1)
    expect(await rowsOf(app, 'packet-items', { patient: patient?.id })).toHaveLength(9)
    expect(await rowsOf(app, 'appointments', { patient: patient?.id })).toHaveLength(1)
  })
})

describe('five racers', () => {
  it('of link, undo check-in and void: one wins', async () => {
    const patient = await makePatient(app, 'Lin', 'Ked')
    const id = await inquiry()
    const { body } = await ben.client.get(`/api/inquiries/${id}`)
    const linked = await race(ben.client, `/api/inquiries/${id}/link`, { patient, rev: body.rev })
    expect(statuses(linked)).toEqual([200, 409, 409, 409, 409])
    const { id: appointment } = await booking()
    await app.payload.db.updateOne({
      collection: 'appointments',
      id: appointment,
      data: { status: 'checkedIn' },
    })
    expect(
      statuses(await race(ben.client, `/api/appointments/${appointment}/undo-check-in`)),
    ).toEqual([200, 409, 409, 409, 409])
    const document = await insert(app, 'documents', {
      patient,
      kind: 'other',
      status: 'active',
      filename: 'x.png',
    })
    expect(
      statuses(
        await race(ben.client, `/api/documents/${document}/void`, { reason: 'Wrong patient' }),
      ),
    ).toEqual([200, 409, 409, 409, 409])
  })
})

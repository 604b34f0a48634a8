import { insert } from '@/tests/support/people'
import { rowsOf, signAll, tuesday } from '@/tests/support/practice'
import type { Scenes } from './scene'
import { authorize, next, put, type Stage, somebody } from './stage'

let days = 0

/** A day that no other scene takes, so that every move changes the day too. */
const freeDay = (): string => {
  days += 1
  return new Date(Date.UTC(2026, 4, 1 + days, 18)).toISOString()
}

const wish = (stage: Stage, patient: string) => ({
  patient,
  clinician: stage.kim.id,
  startsAt: freeDay(),
  minutes: 50,
  kind: 'individual',
  format: 'inPerson',
  location: stage.location,
})

type Visit = { id: string; patient: string }

/** Booked with a unit of the payer's authorization and its time held. */
const booked = async (stage: Stage, name: string): Promise<Visit> => {
  const patient = await somebody(stage, name, { status: 'prospective' })
  await authorize(stage, patient)
  const answer = await stage.ben.client.post('/api/appointments/book', wish(stage, patient))
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return { id: String(answer.body.id), patient }
}

/** The same, today: its hour has come. */
const today = async (
  stage: Stage,
  name: string,
  more: Record<string, unknown> = {},
): Promise<Visit> => {
  const visit = await booked(stage, name)
  const data = {
    startsAt: '2026-04-14T16:00:00.000Z',
    endsAt: '2026-04-14T16:50:00.000Z',
    serviceDate: '2026-04-14',
    ...more,
  }
  await put(stage, 'appointments', { id: visit.id, data })
  return visit
}

const begun = async (stage: Stage, name: string): Promise<string> => {
  const { id, patient } = await today(stage, name, { status: 'inSession' })
  return insert(stage.app, 'sessions', {
    uniqueKey: `appointment|${id}`,
    appointment: id,
    patient,
    clinician: stage.kim.id,
    location: stage.location,
    startedAt: '2026-04-14T15:50:00.000Z',
    serviceDate: '2026-04-14',
    zone: 'America/Los_Angeles',
    format: 'inPerson',
    placeOfService: '11',
    kind: 'individual',
    isIntake: false,
    sequence: 1,
    attendance: 'present',
    status: 'inProgress',
  })
}

const at = (id: string, action: string): string => `/api/appointments/${id}/${action}`

export const visitScenes: Scenes<Stage> = {
  'calendar-feeds.make': {
    isEachItsOwn: true,
    begin: async ({ app, kim }, label) => {
      // At most five at a time.
      await app.payload.db.deleteMany({ collection: 'calendar-feeds', where: {} })
      return { client: kim.client, path: '/api/calendar-feeds/make', body: { label } }
    },
  },
  'calendar-feeds.revoke': {
    begin: async ({ app, kim }, label) => {
      const id = await insert(app, 'calendar-feeds', {
        label,
        staff: kim.id,
        tokenHash: `hash${next()}`,
        isActive: true,
        madeAt: '2026-04-01T10:00:00.000Z',
      })
      return { client: kim.client, path: `/api/calendar-feeds/${id}/revoke` }
    },
  },
  'appointments.book': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      await authorize(stage, patient)
      const { client } = stage.ben
      return { client, path: '/api/appointments/book', body: wish(stage, patient) }
    },
  },
  'appointments.book overridden': {
    begin: async (stage, name) => {
      const { patient } = await booked(stage, name)
      const _override = [{ rule: 'R17', reason: 'Crisis session agreed with the team' }]
      const body = { ...wish(stage, patient), _override }
      return { client: stage.imani.client, path: '/api/appointments/book', body }
    },
  },
  'appointments.reschedule': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at((await booked(stage, name)).id, 'reschedule'),
      body: { startsAt: freeDay() },
    }),
  },
  'appointments.cancel': {
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at((await booked(stage, name)).id, 'cancel'),
      body: { kind: 'clinician' },
    }),
  },
  'appointments.cancel intake': {
    begin: async (stage, name) => {
      const visit = await booked(stage, name)
      const [row] = await rowsOf(stage.app, 'appointments', { id: visit.id })
      const inquiry = await insert(stage.app, 'inquiries', {
        chosenName: 'Jo',
        email: `jo${next()}@example.test`,
        contactPreference: 'email',
        status: 'intakeBooked',
        tier: 'standard',
        receivedAt: tuesday,
        patient: visit.patient,
        intakeKey: row?.['uniqueKey'],
        intakeStartsAt: row?.['startsAt'],
      })
      await put(stage, 'patients', { id: visit.patient, data: { inquiry } })
      await put(stage, 'appointments', { id: visit.id, data: { kind: 'intake' } })
      return {
        client: stage.ben.client,
        path: at(visit.id, 'cancel'),
        body: { kind: 'patientLate' },
      }
    },
  },
  'appointments.check-in': {
    begin: async (stage, name) => {
      const { id, patient } = await today(stage, name)
      await signAll(stage.app, patient, stage.texts)
      return { client: stage.ben.client, path: at(id, 'check-in') }
    },
  },
  'appointments.check-in emergency': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: at((await today(stage, name)).id, 'check-in'),
      body: { isEmergency: true },
    }),
  },
  'appointments.undo-check-in': {
    begin: async (stage, name) => {
      const { id } = await today(stage, name, { status: 'checkedIn', checkedInAt: tuesday })
      return { client: stage.ben.client, path: at(id, 'undo-check-in') }
    },
  },
  'appointments.no-show': {
    begin: async (stage, name) => ({
      client: stage.ben.client,
      path: at((await today(stage, name)).id, 'no-show'),
    }),
  },
  'appointments.start-session': {
    begin: async (stage, name) => {
      const { id } = await today(stage, name, { status: 'checkedIn', checkedInAt: tuesday })
      return { client: stage.kim.client, path: at(id, 'start-session') }
    },
  },
  'sessions.stop': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: `/api/sessions/${await begun(stage, name)}/stop`,
    }),
  },
  'sessions.complete': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: `/api/sessions/${await begun(stage, name)}/complete`,
      body: { techniqueTags: 'cbt.exposure', response: 'Engaged and hopeful.' },
    }),
  },
}

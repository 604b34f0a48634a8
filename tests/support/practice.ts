import { createLocalReq, type PayloadRequest } from 'payload'
import { stampSession } from '@/access/principal'
import { sweepActions } from '@/hooks/actions/sweep'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { sha256 } from '@/src/lib/crypto'
import { armFault } from '@/src/lib/faults'
import type { TestApp } from './boot'
import type { Answer, Client } from './client'
import { assign, insert, makePatient, type Person, read } from './people'

/** Tuesday 14 April 2026, 9:40 in Portland. */
export const tuesday = '2026-04-14T16:40:00.000Z'

export const freezeAt = (instant: string): void => clock.freeze(new Date(instant))

export type Place = { location: string; room: string; otherRoom: string }

/** A location in Portland with two rooms. */
export const makePlace = async (
  app: TestApp,
  more: Record<string, unknown> = {},
): Promise<Place> => {
  const location = await insert(app, 'locations', {
    name: 'Harbour',
    timeZone: 'America/Los_Angeles',
    placeOfService: '11',
    isActive: true,
    ...more,
  })
  const room = await insert(app, 'rooms', {
    name: 'Room 1',
    location,
    isActive: true,
    isVideoOnly: false,
  })
  const otherRoom = await insert(app, 'rooms', {
    name: 'Room 2',
    location,
    isActive: true,
    isVideoOnly: false,
  })
  return { location, room, otherRoom }
}

const kinds = ['treatment', 'privacyNotice', 'feePolicy', 'telehealth'] as const

/** Every text of the packet, published in version 1. */
export const publishTexts = async (app: TestApp): Promise<Record<string, string>> => {
  const ids: Record<string, string> = {}
  for (const kind of kinds) {
    const body = `What we agree about ${kind}.`
    ids[kind] = await insert(app, 'consent-templates', {
      kind,
      title: kind,
      body,
      version: 1,
      versionKey: `${kind}|1`,
      isActive: true,
      effectiveOn: '2026-01-01',
      contentHash: sha256(body),
    })
  }
  return ids
}

/** Straight into the database: everything signed that an office visit or a video visit needs. */
export const signAll = async (
  app: TestApp,
  patient: string,
  texts: Record<string, string>,
): Promise<void> => {
  for (const [kind, template] of Object.entries(texts)) {
    await insert(app, 'consents', {
      uniqueKey: `consent|${patient}|${template}`,
      patient,
      template,
      kind,
      version: 1,
      status: 'signed',
      signedAt: tuesday,
      signerName: 'Somebody',
      signerKind: 'patient',
    })
  }
}

export const openHours = (
  app: TestApp,
  staff: string,
  location: string,
  weekdays = ['1', '2', '3', '4', '5'],
) =>
  Promise.all(
    weekdays.map((weekday) =>
      insert(app, 'availability', { staff, location, weekday, fromTime: '09:00', toTime: '17:00' }),
    ),
  )

/** A person's request inside the process, as a page of our own would make it. */
export const requestAs = async (app: TestApp, person: Person | null): Promise<PayloadRequest> => {
  if (!person) return createLocalReq({}, app.payload)
  const row = await read(app, 'staff', person.id)
  const user = stampSession(
    { ...row, collection: 'staff' },
    { sessionId: `local-${person.id}`, mfaAt: null, passwordAt: null, surface: 'staff' },
  )
  return createLocalReq({ user: user as never }, app.payload) // one of the auth collections
}

/** Asks five times at once. */
export const race = (client: Client, path: string, body: unknown = {}): Promise<Answer[]> =>
  Promise.all([1, 2, 3, 4, 5].map(() => client.post(path, body)))

export const statuses = (answers: readonly Answer[]): number[] =>
  answers.map(({ status }) => status).sort()

/**
 * Stops the action dead at a point, then finishes it as the sweeper would after a restart. With
 * transactions what was half done is gone instead, and the same call is made again.
 */
export const crashAndRecover = async (
  app: TestApp,
  { point, call }: { point: string; call: () => Promise<Answer> },
): Promise<void> => {
  armFault(point)
  const crashed = await call()
  armFault(null)
  if (crashed.status !== 500)
    throw new Error(`${point} was not reached: the call answered ${crashed.status}`)
  const finished = await sweepActions(app.payload, 0)
  if (finished > 0) return
  const again = await call()
  if (again.status >= 300)
    throw new Error(`After the crash at ${point} the call answered ${again.status}`)
}

export const rowsOf = async (
  app: TestApp,
  collection: string,
  equal: Record<string, unknown> = {},
): Promise<StoredRow[]> =>
  (
    await app.payload.db.find<StoredRow>({
      collection,
      where: { and: Object.entries(equal).map(([name, equals]) => ({ [name]: { equals } })) },
      limit: 0,
      pagination: false,
    })
  ).docs

export const messageIn = (answer: Answer): string => String(answer.body?.errors?.[0]?.message ?? '')

export const ruleIn = (answer: Answer): string => String(answer.body?.errors?.[0]?.rule ?? '')

/** A patient on somebody's team, reachable by e-mail, with every paper signed and the assessment finished. */
export const readyPatient = async (
  app: TestApp,
  {
    clinician,
    texts,
    number,
    isSigned = true,
    isAssessed = true,
  }: {
    clinician: string
    texts: Record<string, string>
    /** Tells one from the other: Ana1, Ana2. */
    number: number
    isSigned?: boolean
    isAssessed?: boolean
  },
): Promise<string> => {
  const patient = await makePatient(app, `Ana${number}`, 'Silva', {
    email: `ana${number}@example.test`,
    mayEmail: true,
  })
  await assign(app, clinician, patient)
  if (isSigned) await signAll(app, patient, texts)
  if (isAssessed)
    await insert(app, 'intake-assessments', { patient, status: 'signed', isFinal: true })
  return patient
}

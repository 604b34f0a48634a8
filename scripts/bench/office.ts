import type { BasePayload } from 'payload'
import { surfaces } from '@/access/session/cookies'
import { openSession } from '@/access/session/open'
import { randomFrom } from '@/src/demo/seed/random'
import { patientRow } from '@/src/demo/volume/person'
import { insertRows, withoutWaiting } from '@/src/lib/database'

export type Caller = { userId: string; cookie: string }

const stampsNow = () => {
  const now = new Date().toISOString()
  return { createdAt: now, updatedAt: now, rev: 1 }
}

/** Somebody of the staff with a session; the first factor is enough here. */
export const signedIn = async (
  payload: BasePayload,
  name: string,
  roles: string[],
): Promise<Caller> => {
  await payload.updateGlobal({
    slug: 'sign-in-settings' as never, // slugs are data here
    data: { isFactorRequired: false },
  })
  const { id } = await payload.db.create({
    collection: 'staff',
    data: { name, email: `${name}@example.test`, roles, isActive: true, rev: 1 },
  })
  const userId = String(id)
  const token = await openSession(payload, { surface: 'staff', userId, agent: 'bench' })
  return { userId, cookie: `${surfaces.staff.cookie}=${token}` }
}

const all = randomFrom('bench')

export type Somebody = ReturnType<typeof patientRow>

const perInsert = 500

/** Made-up people in care, from number `from` up to `to`; what else is inserted for each of them is up to `also`. */
export const addPeople = async (
  payload: BasePayload,
  { from, to, clinician }: { from: number; to: number; clinician: string },
  also: (people: Somebody[], first: number) => Promise<void> = async () => undefined,
): Promise<Somebody[]> => {
  const people: Somebody[] = []
  const stamps = stampsNow()
  const somebody = (index: number): Somebody =>
    patientRow(
      {
        id: crypto.randomUUID(),
        index,
        random: all.fork(String(index)),
        status: 'active',
        clinician,
        turn: null,
        payer: null,
        firstOn: '2026-01-05',
        lastOn: '2026-01-12',
      },
      stamps,
    )
  await withoutWaiting(payload, async () => {
    for (let first = from; first < to; first += perInsert) {
      const rows = Array.from({ length: Math.min(perInsert, to - first) }, (_, place) =>
        somebody(first + place),
      )
      people.push(...rows)
      await insertRows(payload, 'patients', rows)
      await also(rows, first)
    }
  })
  return people
}

/** Puts people on the care team of somebody. */
export const takeCareOf = (
  payload: BasePayload,
  staff: string,
  people: readonly { id: string }[],
): Promise<unknown> =>
  insertRows(
    payload,
    'care-team-assignments',
    people.map(({ id }) => ({
      uniqueKey: `${id}|${staff}`,
      staff,
      patient: id,
      role: 'primary',
      startsOn: '2020-01-01',
      ...stampsNow(),
    })),
  )

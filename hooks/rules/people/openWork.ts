import type { Where } from 'payload'
import { idIn, type Row } from '@/src/domain/row'
import type { FactReader } from '../rule'

/** What can be open at somebody who leaves. */
export const openKinds = [
  'appointments',
  'caseload',
  'notes',
  'risks',
  'tasks',
  'supervision',
  'clients',
  'shifts',
] as const

export type OpenKind = (typeof openKinds)[number]

export type OpenWork = Readonly<Record<OpenKind, readonly Row[]>>

type When = { today: string; now: Date }

const unsigned = ['draft', 'returned', 'pendingCosign']

/** Not over by itself: without a last day, or with one that is still to come. */
const goesOn = (rows: readonly Row[], today: string): Row[] =>
  rows.filter(({ endsOn }) => !endsOn || String(endsOn) > today)

const unsignedOf = async (read: FactReader, staff: string): Promise<Row[]> => {
  const slugs = ['progress-notes', 'addenda', 'intake-assessments']
  const mine: Where = { and: [{ author: { equals: staff } }, { status: { in: unsigned } }] }
  const found = await Promise.all(slugs.map((slug) => read.many(slug, mine)))
  return found.flatMap((rows, index) => rows.map((row) => ({ ...row, slug: slugs[index] })))
}

/** Everything that waits for one person, by kind; rows without their confidential text. */
export const openWorkOf = async (
  read: FactReader,
  staff: string,
  { now, today }: When,
): Promise<OpenWork> => {
  const own = { staff: { equals: staff } }
  const [team, appointments, notes, tasks, agreements, clients, shifts] = await Promise.all([
    read.many('care-team-assignments', own),
    read.many('appointments', {
      and: [
        { clinician: { equals: staff } },
        { status: { in: ['booked', 'checkedIn', 'inSession'] } },
        { startsAt: { greater_than_equal: now.toISOString() } },
      ],
    }),
    unsignedOf(read, staff),
    read.many('tasks', { and: [{ assignee: { equals: staff } }, { status: { equals: 'open' } }] }),
    read.many('supervision-agreements', {
      or: [{ supervisor: { equals: staff } }, { supervisee: { equals: staff } }],
    }),
    read.many('api-clients', {
      and: [{ owner: { equals: staff } }, { isActive: { equals: true } }],
    }),
    read.many('on-call-shifts', { and: [own, { endsAt: { greater_than: now.toISOString() } }] }),
  ])
  const caseload = goesOn(team, today)
  const primary = caseload.filter(({ role }) => role === 'primary')
  const risks = primary.length
    ? await read.many('risk-events', {
        and: [
          { patient: { in: primary.map((row) => idIn(row, 'patient')) } },
          { status: { in: ['open', 'assessed'] } },
        ],
      })
    : []
  const supervision = goesOn(agreements, today)
  return { appointments, caseload, notes, risks, tasks, supervision, clients, shifts }
}

import type { BasePayload, Where } from 'payload'
import { columnText } from '@/src/lib/columnText'

/** A line of the access log as it is stored. */
export type LogRow = {
  id: string
  at: string
  chainId: string
  seq: number
  actorKind: string
  actorId: string
  actorRoles: string
  action: string
  outcome: string
  collectionSlug: string
  recordIds: string
  patientIds: string
  fields: string
  rules: string
  surface: string
  reason: string
  /** The emergency access by which the chart was open; empty otherwise. */
  breakGlassId: string
  resultCount: number
}

export const logActions = ['looked', 'changed', 'exported', 'signed-in', 'refused'] as const

export type LogAction = (typeof logActions)[number]

export type LogFilter = {
  patient?: string
  /** Id of a person on staff, a portal account or an API client. */
  actor?: string
  action?: LogAction | ''
  /** First instant, ISO. */
  from?: string
  /** Instant after the last, ISO. */
  to?: string
  /** Narrows further, in the caller's own terms. */
  also?: Where
}

export type LogPage = {
  rows: LogRow[]
  /** Give it as `before` for the older ones; null at the end. */
  next: string | null
}

const signing = ['sign-in', 'sign-out', 'password-set', 'password-reset-asked', 'step-up']

const actionWhere: Readonly<Record<LogAction, Where>> = {
  looked: { and: [{ action: { equals: 'read' } }, { outcome: { in: ['seen', 'done'] } }] },
  changed: {
    and: [{ outcome: { equals: 'done' } }, { action: { not_in: ['read', 'export', ...signing] } }],
  },
  exported: { action: { equals: 'export' } },
  'signed-in': { action: { in: signing } },
  refused: { outcome: { equals: 'refused' } },
}

const rangeOf = (filter: LogFilter, before: string | null): Where[] => [
  ...(before ? [{ at: { less_than: before } }] : []),
  ...(filter.from ? [{ at: { greater_than_equal: filter.from } }] : []),
  ...(filter.to ? [{ at: { less_than: filter.to } }] : []),
]

// An intent is followed by what came of it; that line tells it all.
const conditionsOf = (filter: LogFilter): Where[] => [
  { outcome: { not_equals: 'intended' } },
  ...(filter.actor ? [{ actorId: { equals: filter.actor } }] : []),
  ...(filter.action ? [actionWhere[filter.action]] : []),
  ...(filter.also ? [filter.also] : []),
]

const read = async (payload: BasePayload, where: Where[], limit: number): Promise<LogRow[]> => {
  const { docs } = await payload.db.find<LogRow>({
    collection: 'audit-events',
    where: { and: where },
    sort: '-at',
    limit,
    pagination: false,
  })
  return docs.map((row) => ({ ...row, at: columnText(row.at) }))
}

type Subject = { id: string; chainId: string; actorId: string; at: string }

const sameInstantLimit = 1000
const subjectsPerRead = 100
const subjectsPerDay = 2000
const readsPerPage = 15

const subjectsWhere = async (
  payload: BasePayload,
  where: Where[],
  limit: number,
): Promise<Subject[]> => {
  const { docs } = await payload.db.find<Subject>({
    collection: 'audit-subjects',
    where: { and: where },
    sort: '-at',
    limit,
    pagination: false,
  })
  return docs.map((row) => ({ ...row, at: columnText(row.at) }))
}

const startOfDay = (at: string): string => `${at.slice(0, 10)}T00:00:00.000Z`

const afterInstant = (at: string): string => new Date(Date.parse(at) + 1).toISOString()

/**
 * Events about several patients at once, by the index, which names a chain and a person from their first
 * such event of the day on: it is read by whole days. `reached` is how far back the events are complete.
 */
const sharedEvents = async (
  payload: BasePayload,
  { filter, before, limit }: { filter: LogFilter; before: string | null; limit: number },
): Promise<{ rows: LogRow[]; reached: string | null }> => {
  const rows: LogRow[] = []
  const patient: Where = { patient: { equals: filter.patient } }
  const earliest: Where[] = filter.from
    ? [{ at: { greater_than_equal: startOfDay(filter.from) } }]
    : []
  let until = before ?? filter.to ?? null
  for (let turn = 0; turn < readsPerPage; turn += 1) {
    const earlier: Where[] = until ? [{ at: { less_than: until } }] : []
    const some = await subjectsWhere(payload, [patient, ...earlier, ...earliest], subjectsPerRead)
    const oldest = some.at(-1)?.at
    if (!oldest) return { rows, reached: null }
    const day: Where = { at: { greater_than_equal: startOfDay(oldest) } }
    const isLast = some.length < subjectsPerRead
    const whole = isLast
      ? some
      : await subjectsWhere(payload, [patient, ...earlier, day], subjectsPerDay)
    const places = whole.map(({ chainId, actorId }): Where => {
      const chain: Where = { chainId: { equals: chainId } }
      const actor: Where = { actorId: { equals: actorId } }
      return { and: [chain, actor] }
    })
    const about: Where[] = [
      { or: places },
      { patient: { equals: '' } },
      { patientIds: { like: filter.patient } },
      ...conditionsOf(filter),
    ]
    const found = await read(payload, [day, ...rangeOf(filter, until), ...about], limit + 1)
    const last = found.at(-1)?.at
    if (last && found.length > limit) {
      const sure = found.filter(({ at }) => at > last)
      if (sure.length) return { rows: [...rows, ...sure], reached: afterInstant(last) }
      // More happened in one instant than fits on a page: all of it is shown.
      const all = await read(payload, [{ at: { equals: last } }, ...about], sameInstantLimit)
      return { rows: [...rows, ...all], reached: last }
    }
    rows.push(...found)
    if (isLast) return { rows, reached: null }
    until = startOfDay(oldest)
    if (rows.length > limit) break
  }
  return { rows, reached: until }
}

/** One page that ends between two instants, so that the next begins where it ended. */
const pageOf = (rows: readonly LogRow[], size: number, reached: string | null): LogPage => {
  const sorted = [...rows].sort((left, right) => right.at.localeCompare(left.at))
  const sure = reached ? sorted.filter(({ at }) => at >= reached) : sorted
  if (sure.length <= size) return { rows: sure, next: reached }
  const boundary = sure[size]?.at ?? ''
  const shown = sure.filter(({ at }) => at > boundary)
  const taken = shown.length ? shown : sure.filter(({ at }) => at === boundary)
  return { rows: taken, next: taken.at(-1)?.at ?? null }
}

/**
 * Lines of the log, newest first, for whoever was let in before. Each question is answered from an index;
 * a page ends between two instants and may therefore be a little longer or shorter than `size`.
 */
export const findEvents = async (
  payload: BasePayload,
  { filter, before, size }: { filter: LogFilter; before: string | null; size: number },
): Promise<LogPage> => {
  const range = rangeOf(filter, before)
  const conditions = conditionsOf(filter)
  const own: Where[] = filter.patient ? [{ patient: { equals: filter.patient } }] : []
  const direct = await read(payload, [...own, ...range, ...conditions], size + 1)
  const shared = filter.patient
    ? await sharedEvents(payload, { filter, before, limit: size })
    : { rows: [], reached: null }
  const newest = direct[0]?.at
  if (newest && direct.length > size && newest === direct.at(-1)?.at) {
    // More happened in one instant than fits on a page: all of it is shown.
    const all = await read(
      payload,
      [...own, { at: { equals: newest } }, ...conditions],
      sameInstantLimit,
    )
    const { rows, reached } = shared
    return pageOf([...all, ...rows], size, reached && reached > newest ? reached : newest)
  }
  return pageOf([...direct, ...shared.rows], size, shared.reached)
}

import type { BasePayload, Where } from 'payload'

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

const instant = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value)

const read = async (payload: BasePayload, where: Where[], limit: number): Promise<LogRow[]> => {
  const { docs } = await payload.db.find<LogRow>({
    collection: 'audit-events',
    where: { and: where },
    sort: '-at',
    limit,
    pagination: false,
  })
  return docs.map((row) => ({ ...row, at: instant(row.at) }))
}

type Subject = { id: string; eventKey: string; at: string }

const subjectsPerRead = 200
const readsPerPage = 15

const eventsByKey = (
  payload: BasePayload,
  keys: readonly string[],
  conditions: Where[],
): Promise<LogRow[]> => {
  const seqs = new Map<string, number[]>()
  for (const key of keys) {
    const [chainId = '', seq = '0'] = key.split('|')
    seqs.set(chainId, [...(seqs.get(chainId) ?? []), Number(seq)])
  }
  const places = [...seqs].map(([chainId, list]): Where => {
    const chain: Where = { chainId: { equals: chainId } }
    const seq: Where = { seq: { in: list } }
    return { and: [chain, seq] }
  })
  return read(payload, [{ or: places }, ...conditions], keys.length)
}

/** Events about several patients at once, by the index; `reached` is how far back it was read. */
const sharedEvents = async (
  payload: BasePayload,
  { filter, before, limit }: { filter: LogFilter; before: string | null; limit: number },
): Promise<{ rows: LogRow[]; reached: string | null }> => {
  const rows: LogRow[] = []
  let cursor = before
  for (let turn = 0; turn < readsPerPage; turn += 1) {
    const { docs } = await payload.db.find<Subject>({
      collection: 'audit-subjects',
      where: { and: [{ patient: { equals: filter.patient } }, ...rangeOf(filter, cursor)] },
      sort: '-at',
      limit: subjectsPerRead,
      pagination: false,
    })
    if (!docs.length) return { rows, reached: null }
    const oldest = instant(docs.at(-1)?.at)
    const isLast = docs.length < subjectsPerRead
    // Those of the last instant may go on in the next read; they are taken then.
    const whole = isLast ? docs : docs.filter(({ at }) => instant(at) > oldest)
    const taken = whole.length ? whole : docs
    rows.push(
      ...(await eventsByKey(
        payload,
        taken.map(({ eventKey }) => eventKey),
        conditionsOf(filter),
      )),
    )
    if (isLast) return { rows, reached: null }
    cursor = instant(taken.at(-1)?.at)
    if (rows.length > limit) break
  }
  return { rows, reached: cursor }
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

const sameInstantLimit = 1000

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
    return pageOf([...all, ...shared.rows.filter(({ at }) => at >= newest)], size, null)
  }
  return pageOf([...direct, ...shared.rows], size, shared.reached)
}

import type { PayloadRequest } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { LIVE_STATUSES } from './appointmentCodes'

export type Hold = {
  id: string
  key: string
  appointmentKey: string
  attempt: string
  heldAt: string
}

// Longer than any request runs: an untied hold older than this belongs to a process that died.
const abandonedMs = 60_000

const keysWith = async (
  req: PayloadRequest,
  {
    collection,
    column,
    keys,
    statuses,
  }: { collection: string; column: string; keys: string[]; statuses: readonly string[] },
): Promise<string[]> => {
  const { docs } = await req.payload.db.find<StoredRow>({
    collection,
    where: { and: [{ [column]: { in: keys } }, { status: { in: [...statuses] } }] },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map((row) => String(row[column]))
}

/**
 * Removes, of the given holds, those that belong to nothing: a booking that died between holding the
 * time and being written. Answers how many it removed.
 */
export const sweepHolds = async (req: PayloadRequest, holds: readonly Hold[]): Promise<number> => {
  const now = clock.wall().getTime()
  const old = holds.filter(({ heldAt }) => now - new Date(heldAt).getTime() > abandonedMs)
  const keys = [...new Set(old.map(({ appointmentKey }) => appointmentKey))]
  if (!keys.length) return 0
  const tied = new Set([
    ...(await keysWith(req, {
      collection: 'appointments',
      column: 'uniqueKey',
      keys,
      statuses: LIVE_STATUSES,
    })),
    ...(await keysWith(req, {
      collection: 'inquiries',
      column: 'intakeKey',
      keys,
      statuses: ['intakeBooked'],
    })),
  ])
  const orphans = old.filter(({ appointmentKey }) => !tied.has(appointmentKey))
  if (!orphans.length) return 0
  await req.payload.db.deleteMany({
    collection: 'slot-holds',
    where: { id: { in: orphans.map(({ id }) => id) } },
    req,
  })
  return orphans.length
}

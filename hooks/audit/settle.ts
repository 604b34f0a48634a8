import type { BasePayload, Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { clock } from '@/src/lib/clock'
import { audit } from './writer'

type Entry = {
  id: string
  writeId: string
  action: string
  collectionSlug: string
  recordIds: string
  patientIds: string
  rev: number
}

const batch = 500

const entries = async (
  payload: BasePayload,
  { where, page = 1, limit = 0 }: { where: Where; page?: number; limit?: number },
): Promise<Entry[]> =>
  (
    await payload.db.find<Entry>({
      collection: 'audit-events',
      where,
      sort: ['at', 'id'],
      limit,
      page,
      pagination: limit > 0,
    })
  ).docs

const wasApplied = async (payload: BasePayload, entry: Entry): Promise<boolean> => {
  const id = entry.recordIds.split(' ')[0]
  if (!id) return false
  const row = await payload.db.findOne<{ id: string; rev?: number }>({
    collection: entry.collectionSlug,
    where: { id: { equals: id } },
  })
  return Number(row?.rev ?? 0) > Number(entry.rev ?? 0)
}

const settleBatch = async (payload: BasePayload, intents: readonly Entry[]): Promise<number> => {
  if (!intents.length) return 0
  const outcomes = await entries(payload, {
    where: {
      and: [
        { writeId: { in: intents.map((entry) => entry.writeId) } },
        { outcome: { not_equals: 'intended' } },
      ],
    },
  })
  const settled = new Set(outcomes.map((entry) => entry.writeId))
  const open = intents.filter((entry) => !settled.has(entry.writeId))
  const { req } = await asSystem(payload, 'Settled by the revision of the record')
  for (const entry of open) {
    await audit(req, {
      action: entry.action,
      outcome: (await wasApplied(payload, entry)) ? 'done' : 'not-applied',
      collection: entry.collectionSlug,
      recordIds: entry.recordIds ? entry.recordIds.split(' ') : [],
      patientIds: entry.patientIds ? entry.patientIds.split(' ') : [],
      writeId: entry.writeId,
    })
  }
  return open.length
}

/**
 * Gives every intent an outcome: a process that died in between left none. What happened is read off the
 * record's revision. Looks at intents between `olderThanMs` and a day old; answers how many it settled.
 */
export const settleIntents = async (
  payload: BasePayload,
  olderThanMs = 60_000,
): Promise<number> => {
  const wall = clock.wall().getTime()
  const from = new Date(wall - 86_400_000).toISOString()
  const to = new Date(wall - olderThanMs).toISOString()
  const where: Where = {
    and: [
      { outcome: { equals: 'intended' } },
      { at: { greater_than: from } },
      { at: { less_than_equal: to } },
    ],
  }
  let settled = 0
  for (let page = 1; ; page += 1) {
    const intents = await entries(payload, { where, page, limit: batch })
    settled += await settleBatch(payload, intents)
    if (intents.length < batch) return settled
  }
}

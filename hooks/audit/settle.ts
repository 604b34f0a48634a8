import type { BasePayload, Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { clock } from '@/src/lib/clock'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { columnsOf } from '@/src/lib/sqlitePlans'
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

const columns = ['writeId', 'action', 'collectionSlug', 'recordIds', 'patientIds', 'rev'] as const

const selected: Record<string, true> = Object.fromEntries(
  [...columns, 'at'].map((name) => [name, true]),
)

const entries = async (
  payload: BasePayload,
  { where, page = 1, limit = 0 }: { where: Where; page?: number; limit?: number },
): Promise<Entry[]> =>
  (
    await payload.db.find<Entry>({
      collection: 'audit-events',
      where,
      sort: ['at', 'id'],
      select: selected,
      limit,
      page,
      pagination: limit > 0,
    })
  ).docs

/** The intents of a time without an outcome: one statement that walks two indexes. */
const openBySql = async (
  payload: BasePayload,
  { from, to }: { from: string; to: string },
): Promise<Entry[]> => {
  const known = columnsOf(payload, 'audit_events') ?? {}
  const shown = columns.map((key) => `i."${known[key]?.name}" AS "${key}"`).join(', ')
  const sql = `SELECT i."id" AS "id", ${shown} FROM "audit_events" i
    WHERE i."outcome" = 'intended' AND i."at" > ? AND i."at" <= ? AND NOT EXISTS (
      SELECT 1 FROM "audit_events" o WHERE o."write_id" = i."write_id" AND o."outcome" <> 'intended'
    ) ORDER BY i."at", i."id"`
  return (await runSql(payload, sql, [from, to])) as Entry[] // columns as named
}

const wasApplied = async (payload: BasePayload, entry: Entry): Promise<boolean> => {
  const id = entry.recordIds.split(' ')[0]
  if (!id) return false
  const row = await payload.db.findOne<{ id: string; rev?: number }>({
    collection: entry.collectionSlug,
    where: { id: { equals: id } },
  })
  return Number(row?.rev ?? 0) > Number(entry.rev ?? 0)
}

/** Those of some intents that have no outcome. */
const withoutOutcome = async (
  payload: BasePayload,
  intents: readonly Entry[],
): Promise<Entry[]> => {
  if (!intents.length) return []
  const outcomes = await entries(payload, {
    where: {
      and: [
        { writeId: { in: intents.map((entry) => entry.writeId) } },
        { outcome: { not_equals: 'intended' } },
      ],
    },
  })
  const settled = new Set(outcomes.map((entry) => entry.writeId))
  return intents.filter((entry) => !settled.has(entry.writeId))
}

const openInPages = async (
  payload: BasePayload,
  { from, to }: { from: string; to: string },
): Promise<Entry[]> => {
  const where: Where = {
    and: [
      { outcome: { equals: 'intended' } },
      { at: { greater_than: from } },
      { at: { less_than_equal: to } },
    ],
  }
  const open: Entry[] = []
  for (let page = 1; ; page += 1) {
    const intents = await entries(payload, { where, page, limit: batch })
    open.push(...(await withoutOutcome(payload, intents)))
    if (intents.length < batch) return open
  }
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
  const open = await (isMongo ? openInPages : openBySql)(payload, { from, to })
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

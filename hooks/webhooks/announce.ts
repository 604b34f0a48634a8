import type { PayloadRequest } from 'payload'
import { idIn, type Row } from '@/src/domain/row'
import { type WebhookEvent, webhookEventsIn } from '@/src/domain/webhooks/events'
import { clock } from '@/src/lib/clock'
import { insertRows, isDuplicateKey, isInTransaction } from '@/src/lib/database'
import { RaceLost } from '../actions/ensureRow'

type Listener = { id: string; events: string; createdAt: string }

export type Announcement = {
  event: WebhookEvent
  collectionSlug: string
  /** The records it is about; asked for only when somebody listens. */
  records: () => Promise<readonly Row[]>
  /** What happened, so that saying it again makes no second message. */
  key: string
  /** Leave out what is older than the listener: it was not there yet. */
  isLate?: boolean
}

/** Who listens to an event; a paused receiver gets it once it goes on. */
const listenersTo = async (req: PayloadRequest, event: WebhookEvent): Promise<Listener[]> => {
  const { docs } = await req.payload.db.find<Listener>({
    collection: 'webhooks',
    where: { state: { in: ['active', 'paused'] } },
    select: { events: true, createdAt: true },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.filter(({ events }) => webhookEventsIn(events).includes(event))
}

const rowFor = (listener: Listener, record: Row, announcement: Announcement): Row => {
  const { collectionSlug, event, key } = announcement
  const now = clock.wall().toISOString()
  return {
    uniqueKey: `${listener.id}|${event}|${String(record['id'])}|${key}`,
    webhook: listener.id,
    event,
    collectionSlug,
    recordId: String(record['id']),
    patientId: idIn(record, 'patient'),
    occurredAt: now,
    nextAttemptAt: now,
    state: 'queued',
    attempts: 0,
    rev: 1,
    createdAt: now,
    updatedAt: now,
  }
}

// Rows of one statement; SQLite takes so many values and no more.
const atOnce = 200

const missingOf = async (req: PayloadRequest, rows: readonly Row[]): Promise<Row[]> => {
  const { docs } = await req.payload.db.find<{ id: string; uniqueKey: string }>({
    collection: 'webhook-deliveries',
    where: { uniqueKey: { in: rows.map((row) => row['uniqueKey']) } },
    select: { uniqueKey: true },
    limit: 0,
    pagination: false,
    req,
  })
  const known = new Set(docs.map(({ uniqueKey }) => uniqueKey))
  return rows.filter((row) => !known.has(String(row['uniqueKey'])))
}

/** Of several who write the same rows at once each row is kept once. */
const keep = async (req: PayloadRequest, rows: readonly Row[], tries = 3): Promise<void> => {
  try {
    await insertRows(req.payload, 'webhook-deliveries', await missingOf(req, rows), req)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    if (await isInTransaction(req)) throw new RaceLost('A webhook delivery was made by another')
    if (tries <= 1) throw error
    await keep(req, rows, tries - 1)
  }
}

const isBefore = (record: Row, { createdAt }: Listener): boolean =>
  Date.parse(String(record['createdAt'])) < Date.parse(createdAt)

/**
 * Writes down who has to be told what, one row per receiver and record, as a part of what happened: the
 * rows are there when it is done, whatever dies in between. Sending them is a job.
 */
export const announce = async (req: PayloadRequest, announcement: Announcement): Promise<void> => {
  const { event, isLate } = announcement
  const listeners = await listenersTo(req, event)
  if (!listeners.length) return
  const records = await announcement.records()
  const rows = listeners.flatMap((listener) =>
    records
      .filter((record) => !isLate || !isBefore(record, listener))
      .map((record) => rowFor(listener, record, announcement)),
  )
  for (let start = 0; start < rows.length; start += atOnce)
    await keep(req, rows.slice(start, start + atOnce))
}

import type { BasePayload, PayloadRequest } from 'payload'
import { asSystem } from '@/access/asSystem'
import { ensureTask } from '@/collections/system/ensureTask'
import type { StoredRow } from '@/src/domain/row'
import { isFailingTooLong, nextAttemptAt } from '@/src/domain/webhooks/schedule'
import { clock } from '@/src/lib/clock'
import { env } from '@/src/lib/env'
import { announceMissedInquiries } from './announceInquiries'
import { deliver, type Outcome, type Sending } from './deliver'
import { moveIf } from './rows'

const standard: Sending = { allowedNetworks: env.WEBHOOK_ALLOWED_NETWORKS, timeoutMs: 10_000 }

// Of one receiver in one run: the next run is a minute away.
const atOnce = 100
const dayMs = 86_400_000
const stuckMs = 10 * 60_000

const isoBefore = (ms: number): string => new Date(clock.wall().getTime() - ms).toISOString()

/** What a process that died was sending is sent again: the receiver knows it by its id. */
const freeStuck = async (payload: BasePayload): Promise<void> => {
  await payload.db.updateMany({
    collection: 'webhook-deliveries',
    where: {
      and: [{ state: { equals: 'sending' } }, { claimedAt: { less_than: isoBefore(stuckMs) } }],
    },
    data: { state: 'queued' },
  })
}

const dueOf = async (payload: BasePayload, webhook: string): Promise<StoredRow[]> => {
  const { docs } = await payload.db.find<StoredRow>({
    collection: 'webhook-deliveries',
    where: {
      and: [
        { webhook: { equals: webhook } },
        { state: { equals: 'queued' } },
        { nextAttemptAt: { less_than_equal: clock.wall().toISOString() } },
      ],
    },
    sort: 'nextAttemptAt',
    limit: atOnce,
    pagination: false,
  })
  return docs
}

type Reason = 'failing' | 'gone'

const pauseTitles: Record<Reason, string> = {
  failing: 'A webhook took nothing for three days and is paused',
  gone: 'A webhook says that it is gone for good and is paused',
}

/** The notice comes first, so that nothing stops in silence. */
const pause = async (req: PayloadRequest, webhook: StoredRow, reason: Reason): Promise<void> => {
  const system = await asSystem(req, 'Pause a webhook')
  await ensureTask(system, {
    uniqueKey: `webhook-paused|${webhook.id}|${String(webhook['rev'])}`,
    title: pauseTitles[reason],
    kind: 'webhook-paused',
    assignedRole: 'owner',
    dueAt: new Date(clock.now().getTime() + dayMs),
    collectionSlug: 'webhooks',
    recordId: webhook.id,
  })
  await moveIf(req.payload, 'webhooks', {
    id: webhook.id,
    from: { state: { equals: 'active' } },
    data: { state: 'paused', pauseReason: reason, pausedAt: clock.wall().toISOString() },
  })
}

const noteReceiver = async (
  req: PayloadRequest,
  webhook: StoredRow,
  { isGone, isTaken }: Outcome,
): Promise<void> => {
  const now = clock.wall()
  const failingSince = webhook['failingSince']
    ? new Date(String(webhook['failingSince'])).toISOString()
    : null
  const data = isTaken
    ? { lastDeliveredAt: now.toISOString(), failingSince: null }
    : { failingSince: failingSince ?? now.toISOString() }
  await req.payload.db.updateOne({ collection: 'webhooks', id: webhook.id, data })
  if (isGone) return pause(req, webhook, 'gone')
  if (!isTaken && isFailingTooLong(failingSince, now)) await pause(req, webhook, 'failing')
}

const noteDelivery = async (
  payload: BasePayload,
  delivery: StoredRow,
  { isTaken, lastMilliseconds, lastProblem, lastStatus }: Outcome,
): Promise<void> => {
  const now = clock.wall()
  const attempts = Number(delivery['attempts'] ?? 0) + 1
  const next = isTaken ? null : nextAttemptAt(attempts, now)
  const state = isTaken ? 'delivered' : next ? 'queued' : 'failed'
  await moveIf(payload, 'webhook-deliveries', {
    id: delivery.id,
    from: { state: { equals: 'sending' } },
    data: {
      state,
      attempts,
      lastStatus,
      lastProblem,
      lastMilliseconds,
      lastAttemptAt: now.toISOString(),
      nextAttemptAt: next?.toISOString() ?? null,
    },
  })
}

/** Sends what is due to one receiver, in order; the first it does not take ends its turn. */
const sendTo = async (
  req: PayloadRequest,
  { webhook, sending }: { webhook: StoredRow; sending: Sending },
): Promise<number> => {
  const { payload } = req
  let receiver = webhook
  let taken = 0
  for (const delivery of await dueOf(payload, webhook.id)) {
    const claimed = await moveIf(payload, 'webhook-deliveries', {
      id: delivery.id,
      from: { state: { equals: 'queued' } },
      data: { state: 'sending', claimedAt: clock.wall().toISOString() },
    })
    if (!claimed) continue
    const outcome = await deliver(req, { webhook, delivery, sending })
    await noteDelivery(payload, delivery, outcome)
    if (!outcome.isTaken || !taken) await noteReceiver(req, receiver, outcome)
    if (!outcome.isTaken) break
    taken += 1
    receiver = { ...webhook, failingSince: null }
  }
  return taken
}

/**
 * Sends the messages that are due. Receivers are served side by side, so that one that hangs holds up no
 * other. Answers how many were taken.
 */
export const sendWebhooks = async (
  payload: BasePayload,
  sending: Partial<Sending> = {},
): Promise<number> => {
  const { req } = await asSystem(payload, 'Send webhooks')
  await announceMissedInquiries(req)
  await freeStuck(payload)
  const { docs } = await payload.db.find<StoredRow>({
    collection: 'webhooks',
    where: { state: { equals: 'active' } },
    limit: 0,
    pagination: false,
  })
  const counts = await Promise.all(
    docs.map((webhook) => sendTo(req, { webhook, sending: { ...standard, ...sending } })),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

// The log of deliveries says who was told what; longer than this nobody asks.
const keptDays = 30

/** Lets go of old deliveries, waiting ones included. */
export const forgetDeliveries = async (payload: BasePayload): Promise<void> => {
  await payload.db.deleteMany({
    collection: 'webhook-deliveries',
    where: { occurredAt: { less_than: isoBefore(keptDays * dayMs) } },
  })
}

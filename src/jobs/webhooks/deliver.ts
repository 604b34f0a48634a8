import type { PayloadRequest } from 'payload'
import { Webhook } from 'standardwebhooks'
import { factReader } from '@/hooks/facts'
import { type StoredRow, textIn } from '@/src/domain/row'
import { type DeliveryFacts, webhookBody } from '@/src/domain/webhooks/events'
import { clock } from '@/src/lib/clock'
import { OutgoingError, postOutside } from '@/src/lib/http/outgoing'

export type Outcome = {
  isTaken: boolean
  /** The receiver says that it does not exist any more (410). */
  isGone: boolean
  lastStatus: number | null
  lastProblem: string | null
  lastMilliseconds: number
}

export type Sending = { allowedNetworks: string; timeoutMs: number }

const factsOf = (delivery: StoredRow): DeliveryFacts => ({
  event: textIn(delivery, 'event'),
  collectionSlug: textIn(delivery, 'collectionSlug'),
  recordId: textIn(delivery, 'recordId'),
  patientId: typeof delivery['patientId'] === 'string' ? delivery['patientId'] : null,
  occurredAt: new Date(textIn(delivery, 'occurredAt')).toISOString(),
})

/** The secrets that sign now: the present one, and the one before while both count. */
const secretsOf = async (req: PayloadRequest, webhook: StoredRow): Promise<string[]> => {
  const { previousSecret, secret } = await factReader(req).text('webhooks', webhook)
  const isOver =
    !webhook['previousSecretEndsAt'] ||
    new Date(textIn(webhook, 'previousSecretEndsAt')) <= clock.wall()
  return [secret, isOver ? null : previousSecret].filter(
    (each): each is string => typeof each === 'string' && each !== '',
  )
}

const outcome = (startedAt: Date, more: Partial<Outcome>): Outcome => ({
  isTaken: false,
  isGone: false,
  lastStatus: null,
  lastProblem: null,
  lastMilliseconds: clock.wall().getTime() - startedAt.getTime(),
  ...more,
})

/** Sends one message, signed as Standard Webhooks has it, and says how it went. */
export const deliver = async (
  req: PayloadRequest,
  { webhook, delivery, sending }: { webhook: StoredRow; delivery: StoredRow; sending: Sending },
): Promise<Outcome> => {
  const startedAt = clock.wall()
  const secrets = await secretsOf(req, webhook)
  if (!secrets.length) return outcome(startedAt, { lastProblem: 'no-secret' })
  const body = webhookBody(factsOf(delivery))
  const id = `msg_${delivery.id}`
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, startedAt, body))
  try {
    const status = await postOutside({
      ...sending,
      url: textIn(webhook, 'url'),
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Therapy-Ops-Webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(startedAt.getTime() / 1000)),
        'webhook-signature': signatures.join(' '),
      },
    })
    const isTaken = status >= 200 && status < 300
    return outcome(startedAt, {
      isTaken,
      isGone: status === 410,
      lastStatus: status,
      lastProblem: isTaken ? null : 'refused',
    })
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error
    return outcome(startedAt, { lastProblem: error.problem })
  }
}

import type { BasePayload, PayloadRequest, Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { mailOf } from '@/collections/system/mail/renderOutbox'
import { numberIn, type StoredRow } from '@/src/domain/row'
import { nextAttemptAt, retryMinutes } from '@/src/domain/webhooks/schedule'
import { changeIf } from '@/src/lib/changeIf'
import { clock } from '../lib/clock'
import { hasSmtp, neutralSender } from '../lib/email'

const collection = 'outbox'
const stuckMinutes = 10
const atOnce = 50

const minutesAgo = (minutes: number): string =>
  new Date(clock.wall().getTime() - minutes * 60_000).toISOString()

/** The row of a mail is written at every attempt: `updatedAt` is when the last one ended. */
const isDue = (): Where => ({
  or: [
    { attempts: { equals: 0 } },
    ...retryMinutes.map((minutes, index): Where => {
      const isOldEnough: Where = { updatedAt: { less_than_equal: minutesAgo(minutes) } }
      return { and: [{ attempts: { equals: index + 1 } }, isOldEnough] }
    }),
  ],
})

const move = async (
  payload: BasePayload,
  id: string,
  { from, ...data }: { from: string; state: string; attempts?: number; sentAt?: string },
): Promise<boolean> => {
  const where: Where[] = [{ id: { equals: id } }, { state: { equals: from } }]
  return Boolean(await changeIf(payload, { collection, where, data }))
}

/** After `attempts` that came to nothing. */
const stateAfter = (attempts: number): 'queued' | 'failed' =>
  nextAttemptAt(attempts, clock.wall()) ? 'queued' : 'failed'

/** What a process died over waits for its next attempt. */
const freeStuck = async (payload: BasePayload): Promise<void> => {
  const { docs } = await payload.db.find<StoredRow>({
    collection,
    where: {
      and: [
        { state: { equals: 'sending' } },
        { updatedAt: { less_than: minutesAgo(stuckMinutes) } },
      ],
    },
    limit: atOnce,
    pagination: false,
  })
  for (const row of docs)
    await move(payload, row.id, { from: 'sending', state: stateAfter(numberIn(row, 'attempts')) })
}

/** Answers whether there is an address to send it to. */
const sendOne = async (req: PayloadRequest, row: StoredRow): Promise<boolean> => {
  const mail = await mailOf(req, row, true)
  if (!mail?.to) return false
  const { to, subject, text, isNeutral } = mail
  const from = isNeutral ? { from: neutralSender() } : {}
  await req.payload.sendEmail({ to, subject, text, ...from })
  return true
}

/** Sends what is due in the outbox; without SMTP settings it stays there for the owner to read. */
export const sendMail = async (payload: BasePayload): Promise<number> => {
  if (!hasSmtp) return 0
  await freeStuck(payload)
  const { docs } = await payload.db.find<StoredRow>({
    collection,
    where: { and: [{ state: { equals: 'queued' } }, isDue()] },
    sort: 'queuedAt',
    limit: atOnce,
    pagination: false,
  })
  const { req } = await asSystem(payload, 'Send mail')
  let sent = 0
  for (const row of docs) {
    const attempts = numberIn(row, 'attempts') + 1
    if (!(await move(payload, row.id, { from: 'queued', state: 'sending', attempts }))) continue
    try {
      const isSent = await sendOne(req, row)
      const end = isSent
        ? { state: 'sent', sentAt: clock.wall().toISOString() }
        : { state: 'no address' }
      await move(payload, row.id, { from: 'sending', ...end })
      sent += Number(isSent)
    } catch (error) {
      payload.logger.error({ err: error, msg: 'A mail could not be sent', outbox: row.id })
      await move(payload, row.id, { from: 'sending', state: stateAfter(attempts) })
    }
  }
  return sent
}

import type { BasePayload } from 'payload'
import { asSystem } from '@/access/asSystem'
import { mailOf } from '@/collections/system/mail/renderOutbox'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '../lib/clock'
import { hasSmtp, neutralSender } from '../lib/email'

type Row = StoredRow & { attempts?: number }

const maxAttempts = 8

/** Sends what waits in the outbox; without SMTP settings it stays there for the owner to read. */
export const sendMail = async (payload: BasePayload): Promise<number> => {
  if (!hasSmtp) return 0
  const { docs } = await payload.db.find<Row>({
    collection: 'outbox',
    where: { state: { equals: 'queued' } },
    limit: 50,
    pagination: false,
  })
  const { req } = await asSystem(payload, 'Send mail')
  let sent = 0
  for (const row of docs) {
    const claimed = await payload.db.updateOne({
      collection: 'outbox',
      where: { and: [{ id: { equals: row.id } }, { state: { equals: 'queued' } }] },
      data: { state: 'sending', attempts: (row.attempts ?? 0) + 1 },
      options: { atomic: true },
    } as Parameters<typeof payload.db.updateOne>[0]) // `options.atomic` is not in the published type
    if (!claimed) continue
    const mail = await mailOf(req, row, true)
    try {
      if (mail?.to) {
        const { to, subject, text, isNeutral } = mail
        const from = isNeutral ? { from: neutralSender() } : {}
        await payload.sendEmail({ to, subject, text, ...from })
      }
      await payload.db.updateOne({
        collection: 'outbox',
        id: row.id,
        data: { state: mail?.to ? 'sent' : 'no address', sentAt: clock.wall().toISOString() },
      })
      sent += 1
    } catch (error) {
      payload.logger.error({ err: error, msg: 'A mail could not be sent', outbox: row.id })
      const state = (row.attempts ?? 0) + 1 >= maxAttempts ? 'failed' : 'queued'
      await payload.db.updateOne({ collection: 'outbox', id: row.id, data: { state } })
    }
  }
  return sent
}

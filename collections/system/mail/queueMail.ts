import type { PayloadRequest } from 'payload'
import { factReader } from '@/hooks/facts'
import { isAboutSignIn, type MailTemplate } from '@/src/domain/mail/templates'
import { idIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { isDuplicateKey, isInTransaction, isWriteConflict } from '@/src/lib/database'

export type RecipientKind = 'staff' | 'portal-users' | 'patients' | 'inquiries' | 'auth-tokens'

export type Mail = {
  template: MailTemplate
  recipientKind: RecipientKind
  recipientId: string
  /** Ids the text is made from, such as `{ appointment: '…' }`. */
  refs?: Readonly<Record<string, string>>
  /** Repeating the step that caused the mail must not send it twice. */
  uniqueKey: string
}

/** Whether the patient behind a mail asked for none; what is about signing in goes out all the same. */
const isUnwanted = async (req: PayloadRequest, mail: Mail): Promise<boolean> => {
  const { recipientId, recipientKind, template } = mail
  if (isAboutSignIn(template) || !['patients', 'portal-users'].includes(recipientKind)) return false
  const read = factReader(req)
  const recipient = await read.one(recipientKind, recipientId)
  const patient =
    recipientKind === 'patients'
      ? recipient
      : await read.one('patients', idIn(recipient ?? {}, 'patient'))
  return patient?.['noEmail'] === true
}

/** Puts one mail in the outbox unless its patient wants none; asking again with the same key changes nothing. */
export const queueMail = async (req: PayloadRequest, mail: Mail): Promise<void> => {
  const { db } = req.payload
  const known = await db.findOne({
    collection: 'outbox',
    where: { uniqueKey: { equals: mail.uniqueKey } },
    req,
  })
  if (known || (await isUnwanted(req, mail))) return
  try {
    await db.create({
      collection: 'outbox',
      req,
      data: {
        uniqueKey: mail.uniqueKey,
        template: mail.template,
        recipientKind: mail.recipientKind,
        recipientId: mail.recipientId,
        refs: JSON.stringify(mail.refs ?? {}),
        state: 'queued',
        attempts: 0,
        queuedAt: clock.now().toISOString(),
      },
    })
  } catch (error) {
    if ((await isInTransaction(req)) || (!isDuplicateKey(error) && !isWriteConflict(error)))
      throw error
  }
}

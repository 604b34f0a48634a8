import type { PayloadRequest } from 'payload'
import type { Row } from '@/hooks/change'
import type { MailTemplate } from '@/src/domain/mail/templates'
import { queueMail } from '../system/mail/queueMail'

/** Whether the practice may write e-mails to somebody: an address, and no wish against it. */
const mayMail = (patient: Row | null): boolean =>
  Boolean(patient?.['email']) &&
  (patient?.['mayEmail'] === true ||
    !['phone', 'text'].includes(String(patient?.['contactPreference'])))

/** Tells a patient about an appointment, once per key, unless they asked not to be e-mailed. */
export const mailPatient = async (
  req: PayloadRequest,
  {
    patientId,
    template,
    appointmentId,
    uniqueKey,
  }: { patientId: string; template: MailTemplate; appointmentId: string; uniqueKey: string },
): Promise<void> => {
  const patient = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'patients',
    where: { id: { equals: patientId } },
    req,
  })
  if (!mayMail(patient)) return
  await queueMail(req, {
    template,
    recipientKind: 'patients',
    recipientId: patientId,
    refs: { appointment: appointmentId },
    uniqueKey,
  })
}

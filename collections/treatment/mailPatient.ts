import type { PayloadRequest } from 'payload'
import { factReader } from '@/hooks/facts'
import type { FactReader } from '@/hooks/rules/rule'
import type { MailTemplate } from '@/src/domain/mail/templates'
import { emailFor, mayMail } from '@/src/domain/people/reach'
import { idIn, type Row } from '@/src/domain/row'
import { queueMail } from '../system/mail/queueMail'

/**
 * Whether a mail about a visit may go out: never to an address of somebody else when the patient consented
 * to that care alone (MI-5). A child's record often holds a parent's address.
 */
const reachesPatientAlone = async (
  read: FactReader,
  { appointmentId, patient }: { appointmentId: string; patient: Row },
): Promise<boolean> => {
  const appointment = await read.one('appointments', appointmentId)
  const episode = await read.one('care-episodes', idIn(appointment ?? {}, 'episode'))
  if (!episode || episode['isOpenToProxies'] === true) return true
  const address = emailFor(patient).toLowerCase()
  const around = await read.many('related-persons', { patient: { equals: patient['id'] } })
  return around.every((person) => String(person['email'] ?? '').toLowerCase() !== address)
}

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
  const read = factReader(req)
  const patient = await read.one('patients', patientId)
  if (!patient || !mayMail(patient)) return
  if (!(await reachesPatientAlone(read, { appointmentId, patient }))) return
  await queueMail(req, {
    template,
    recipientKind: 'patients',
    recipientId: patientId,
    refs: { appointment: appointmentId },
    uniqueKey,
  })
}

import { moveRecord } from '@/collections/treatment/moveRecord'
import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { idIn } from '@/src/domain/row'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

const keyOf = (inquiryId: string): string => `inquiry|${inquiryId}`

/** The patient an inquiry was linked to or became. Throws when there is none yet. */
export const patientOf = async ({ read, record }: EffectContext): Promise<string> => {
  const linked = idIn(record, 'patient')
  if (linked) return linked
  const made = await read.one('patients', { uniqueKey: { equals: keyOf(record.id) } })
  if (!made) throw new Error(`Inquiry ${record.id} has no patient yet.`)
  return String(made['id'])
}

const preferences = new Set(['email', 'phone', 'text'])

/** Makes the person a patient, once; what they wrote stays with the inquiry. */
export const ensurePatient = async (context: EffectContext): Promise<void> => {
  const { now, record, refs, req, system } = context
  if (idIn(record, 'patient')) return
  const preference = String(record['contactPreference'] ?? '')
  const patient = await ensureRow(system, 'patients', {
    uniqueKey: keyOf(record.id),
    firstName: record['chosenName'],
    lastName: record['lastName'] || '(not given)',
    dateOfBirth: record['dateOfBirth'] || undefined,
    email: record['email'] || undefined,
    phone: record['phone'] || undefined,
    region: record['state'] || undefined,
    contactPreference: preferences.has(preference) ? preference : 'portal',
    mayLeaveVoicemail: record['mayLeaveVoicemail'] === true,
    mayText: record['mayText'] === true,
    mayEmail: record['mayEmail'] === true,
    preferredLanguage: record['language'] || 'English',
    primaryClinician: idIn(record, 'matchedClinician'),
    location: refs['location'],
    referralSource: record['referralSource'],
    inquiry: record.id,
    registeredOn: dayIn(now, practiceZone()),
    status: 'prospective',
  })
  const id = String((patient as { id: string }).id) // every row has one
  await moveRecord(req, {
    collection: 'inquiries',
    id: record.id,
    from: { patient: { exists: false } },
    set: { patient: id },
  })
}

import type { EffectContext } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { ensureTask } from '../ensureTask'
import { queueMail } from '../mail/queueMail'

/** Compliance gets the review as work with a date. */
export const askForReview = async ({ read, record, system }: EffectContext): Promise<void> => {
  const person = await read.one('staff', idIn(record, 'staff'))
  await ensureTask(system, {
    uniqueKey: `emergency-review|${record.id}`,
    title: `Review the emergency access of ${String(person?.['name'] ?? 'somebody who has left')}.`,
    kind: 'emergency-review',
    assignedRole: 'compliance',
    dueAt: new Date(String(record['dueAt'])),
    collectionSlug: 'break-glass-grants',
    recordId: record.id,
    closesOnlyBy: ['compliance'],
  })
}

const cliniciansOf = async (
  { read }: EffectContext,
  patientId: string | null,
): Promise<string[]> => {
  const patient = await read.one('patients', patientId)
  const primary = patient ? idIn(patient, 'primaryClinician') : null
  if (primary) return [primary]
  const today = practiceToday()
  const team = await read.many('care-team-assignments', {
    and: [{ patient: { equals: patientId } }, { role: { equals: 'primary' } }],
  })
  return team
    .filter((row) => !row['endsOn'] || String(row['endsOn']) >= today)
    .map((row) => idIn(row, 'staff'))
    .filter((id): id is string => id !== null)
}

/** Who is responsible for privacy and who treats the patient hear of it at once; the mail holds ids alone. */
export const tellOthers = async (context: EffectContext): Promise<void> => {
  const { read, record, req } = context
  const patient = idIn(record, 'patient')
  const compliance = await read.many('staff', {
    and: [{ isActive: { equals: true } }, { roles: { in: ['compliance'] } }],
  })
  const paths = new Map<string, string>()
  for (const id of await cliniciansOf(context, patient)) paths.set(id, `/admin/patient/${patient}`)
  for (const row of compliance) paths.set(String(row['id']), '/admin/emergency-access')
  paths.delete(idIn(record, 'staff') ?? '')
  for (const [recipientId, path] of paths) {
    await queueMail(req, {
      template: 'emergency-access',
      recipientKind: 'staff',
      recipientId,
      refs: { path, grant: record.id },
      uniqueKey: `emergency-access|${record.id}|${recipientId}`,
    })
  }
}

import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { decideRow } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { RISK_IDEATION, RISK_LEVELS } from '@/src/domain/records/intakeSections'
import { MENTAL_STATUS, unknownMentalStatus } from '@/src/domain/records/mentalStatus'
import { idIn, type StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { type Finding, Refusal } from '@/src/lib/errors'

const assessmentsOf = async (req: PayloadRequest, patientId: string): Promise<StoredRow[]> => {
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: 'intake-assessments',
    where: { patient: { equals: patientId } },
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

const notListed = (
  path: string,
  value: unknown,
  options: readonly { value: string }[],
): Finding[] =>
  !value || options.some((option) => option.value === value)
    ? []
    : [{ path, message: 'Choose one of the answers in the list.' }]

const codeFindings = (data: Record<string, unknown>): Finding[] => [
  ...MENTAL_STATUS.flatMap(({ key, label }) => {
    const given = data[key]
    const unknown = unknownMentalStatus(key, typeof given === 'string' ? given : null)
    return unknown
      ? [
          {
            path: key,
            message: `"${unknown}" is not an answer to "${label}". Choose from the list.`,
          },
        ]
      : []
  }),
  ...notListed('riskIdeation', data['riskIdeation'], RISK_IDEATION),
  ...notListed('riskAcute', data['riskAcute'], RISK_LEVELS),
  ...notListed('riskChronic', data['riskChronic'], RISK_LEVELS),
]

const finished = ['signed', 'pendingCosign']

const start = async (data: Record<string, unknown>, req: PayloadRequest) => {
  const patientId = idIn(data, 'patient')
  const known = patientId ? await assessmentsOf(req, patientId) : []
  // Whose chart this is stays unsaid to those who may not write in it: the scope check refuses them.
  const isOwn =
    systemMarkOf(req) !== null || (await decideRow(req, 'intake-assessments', 'create', data))
  const open = known.find((row) => !finished.includes(String(row['status'])))
  if (open && isOwn && !systemMarkOf(req)) {
    throw new Refusal('conflict', [
      {
        message: 'An intake assessment is open already. Go on with that one.',
        fixUrl: `/admin/collections/intake-assessments/${open.id}`,
      },
    ])
  }
  const actor = actorOf(req)
  const isStaff = actor.kind === 'staff' && !systemMarkOf(req)
  return {
    ...data,
    // Two who start one at once collide on the key.
    uniqueKey: data['uniqueKey'] ?? `intake|${patientId}|${known.length + 1}`,
    startedAt: clock.now().toISOString(),
    author: isStaff ? actor.id : (data['author'] ?? null),
    status: isStaff ? 'draft' : 'open',
  }
}

const refusePatientAfterwards = (status: unknown): void => {
  if (status === 'open') return
  throw new Refusal(
    'conflict',
    'You handed in your answers. Tell your clinician what should be added.',
  )
}

/** Who may write in an intake assessment when; the codes in it come from their lists. */
export const keepIntake: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const findings = codeFindings(data)
  if (findings.length) throw new Refusal('invalid', findings)
  if (operation === 'create') return start(data, req)
  const actor = actorOf(req)
  if (systemMarkOf(req)) return data
  if (actor.kind === 'patient') refusePatientAfterwards(originalDoc?.status)
  if (actor.kind === 'staff') {
    data['author'] = originalDoc?.author ?? actor.id
    if (originalDoc?.status === 'submittedByPatient') data['status'] = 'draft'
  }
  return data
}

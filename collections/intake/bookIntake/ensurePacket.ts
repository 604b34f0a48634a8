import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { consentKindsFor, consentLabel } from '@/src/domain/intake/consentKinds'
import { packetKey } from '../keyPacketItem'
import { intakeAppointment } from './ensureAppointment'
import { patientOf } from './ensurePatient'

type Item = { kind: string; reference?: string; title: string }

/** PHQ-9 and GAD-7 before the first visit. */
const MEASURES = ['PHQ-9', 'GAD-7'] as const

const itemsFor = (format: string): Item[] => [
  ...consentKindsFor(format).map((kind) => ({
    kind: 'consent',
    reference: kind,
    title: consentLabel(kind),
  })),
  { kind: 'history', title: 'Your history' },
  ...MEASURES.map((measureId) => ({
    kind: 'measure',
    reference: measureId,
    title: `Questionnaire ${measureId}`,
  })),
  { kind: 'details', title: 'Date of birth and address' },
  { kind: 'insuranceCard', title: 'Insurance card' },
  { kind: 'emergencyContact', title: 'Emergency contact' },
]

/** Texts of the kinds a visit needs that are not in force, so nobody can sign them. */
export const unpublishedKinds = async ({ read, refs }: EffectContext): Promise<string[]> => {
  const templates = await read.many('consent-templates', { isActive: { equals: true } })
  const there = new Set(templates.map((template) => template['kind']))
  return consentKindsFor(String(refs['format'])).filter((kind) => !there.has(kind))
}

const ensureConsents = async (
  { read, refs, system }: EffectContext,
  patient: string,
): Promise<void> => {
  const kinds: readonly string[] = consentKindsFor(String(refs['format']))
  const [templates, consents] = await Promise.all([
    read.many('consent-templates', { isActive: { equals: true } }),
    read.many('consents', { patient: { equals: patient } }),
  ])
  const settled = new Set(
    consents
      .filter(({ status }) => status === 'signed' || status === 'pending')
      .map(({ kind }) => kind),
  )
  for (const template of templates) {
    const kind = String(template['kind'])
    if (!kinds.includes(kind) || settled.has(kind)) continue
    await ensureRow(system, 'consents', {
      uniqueKey: `consent|${patient}|${String(template['id'])}`,
      patient,
      template: template['id'],
      status: 'pending',
    })
  }
}

const ensureMeasures = async (
  { read, record, system }: EffectContext,
  patient: string,
): Promise<void> => {
  const assigned = await read.many('measure-responses', { patient: { equals: patient } })
  for (const measureId of MEASURES) {
    if (assigned.some((row) => row['measureId'] === measureId)) continue
    await ensureRow(system, 'measure-responses', {
      uniqueKey: `${String(record['intakeKey'])}|${measureId}`,
      patient,
      measureId,
      status: 'assigned',
    })
  }
}

/** Everything the patient has to do before the visit: texts to sign, history, questionnaires, details, card, contact. */
export const ensurePacket = async (context: EffectContext): Promise<void> => {
  const { read, refs, system } = context
  const patient = await patientOf(context)
  const appointment = await intakeAppointment(context)
  await ensureConsents(context, patient)
  await ensureMeasures(context, patient)
  const known = new Set(
    (await read.many('packet-items', { patient: { equals: patient } })).map(
      (row) => row['uniqueKey'],
    ),
  )
  for (const [order, item] of itemsFor(String(refs['format'])).entries()) {
    const uniqueKey = packetKey({ patientId: patient, ...item })
    if (known.has(uniqueKey)) continue
    await ensureRow(system, 'packet-items', {
      ...item,
      uniqueKey,
      patient,
      appointment: appointment?.id ?? null,
      order,
      status: 'open',
    })
  }
}

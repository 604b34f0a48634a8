import { z } from 'zod'
import { optionalChoice, optionalText } from '@/collections/fields/actionInputs'
import { defineAction, type Effect } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { idIn } from '@/src/domain/row'
import { type Finding, Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'

type Told = { dateOfBirth?: string; sex?: string }

type Check = (read: FactReader, patient: string, told: Told) => Promise<Finding[]>

const hasCard = async (read: FactReader, patient: string): Promise<Finding[]> => {
  const front = await read.count('documents', {
    and: [
      { patient: { equals: patient } },
      { kind: { equals: 'insuranceCard' } },
      { status: { equals: 'active' } },
    ],
  })
  return front ? [] : [{ path: 'file', message: 'Add a picture of your insurance card first.' }]
}

const hasContact = async (read: FactReader, patient: string): Promise<Finding[]> => {
  const known = await read.count('related-persons', {
    and: [{ patient: { equals: patient } }, { isEmergencyContact: { equals: true } }],
  })
  if (known) return []
  const row = await read.one('patients', patient)
  if (row?.['emergencyName'] && row['emergencyPhone']) return []
  return [
    {
      path: 'emergencyName',
      message: 'Enter the name and phone number of somebody we may call in an emergency.',
    },
  ]
}

const firstBirthday = '1900-01-01'

const birthFindings = (known: unknown, told: string | undefined): Finding[] => {
  const at = (message: string): Finding[] => [{ path: 'dateOfBirth', message }]
  if (known) {
    return told && told !== known
      ? at('Another date of birth is on record. Call us: we change it with you.')
      : []
  }
  if (!told || !isCalendarDate(told)) return at('Enter your date of birth.')
  return told < firstBirthday || told > practiceToday()
    ? at('This date of birth cannot be. Check the year.')
    : []
}

/** A claim is refused without them: date of birth, and an address that the post finds. */
const hasDetails: Check = async (read, patient, told) => {
  const row = await read.one('patients', patient)
  const parts = ['addressLine1', 'city', 'region', 'postalCode'] as const
  const missing = parts.filter((part) => !row?.[part])
  return [
    ...birthFindings(row?.['dateOfBirth'], told.dateOfBirth),
    ...missing.slice(0, 1).map((path) => ({
      path,
      message: 'Enter your street, city, state and ZIP.',
    })),
  ]
}

/** What only the practice changes once it is known is written by the practice's hand. */
const keepBirth: Effect = {
  name: 'birth',
  run: async ({ read, record, refs, system }) => {
    if (!refs['dateOfBirth'] && !refs['sex']) return
    const patient = await read.one('patients', idIn(record, 'patient') ?? '')
    if (!patient) return
    const isNew = !patient['dateOfBirth'] && refs['dateOfBirth']
    const data = {
      ...(isNew ? { dateOfBirth: refs['dateOfBirth'] } : {}),
      ...(refs['sex'] ? { sex: refs['sex'] } : {}),
    }
    await system.update({ collection: 'patients', id: String(patient['id']), data })
  },
}

const checks: Record<string, Check> = {
  details: hasDetails,
  insuranceCard: hasCard,
  emergencyContact: hasContact,
}

export const completePacket = defineAction({
  slug: 'packet-items',
  name: 'complete',
  label: 'Done',
  tone: 'primary',
  input: z.object({
    dateOfBirth: optionalText(10),
    sex: optionalChoice(['F', 'M', 'U']),
  }),
  fields: [],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ input, now, read, record }) => {
    const check = checks[String(record['kind'])]
    if (!check) {
      throw new Refusal('conflict', [
        { path: 'kind', message: 'This is done by itself once you have signed or answered it.' },
      ])
    }
    const findings = await check(read, idIn(record, 'patient') ?? '', input)
    if (findings.length) throw new Refusal('refused-by-rule', findings)
    const isAboutThem = record['kind'] === 'details'
    return {
      set: { status: 'done', doneAt: now.toISOString() },
      ...(isAboutThem
        ? { refs: { dateOfBirth: input.dateOfBirth ?? null, sex: input.sex ?? null } }
        : {}),
    }
  },
  effects: [keepBirth],
})

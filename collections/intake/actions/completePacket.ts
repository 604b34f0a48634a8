import { z } from 'zod'
import { idIn } from '@/access/scopes'
import { defineAction } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { type Finding, Refusal } from '@/src/lib/errors'

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

const checks: Record<string, (read: FactReader, patient: string) => Promise<Finding[]>> = {
  insuranceCard: hasCard,
  emergencyContact: hasContact,
}

export const completePacket = defineAction({
  slug: 'packet-items',
  name: 'complete',
  label: 'Done',
  tone: 'primary',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ now, read, record }) => {
    const check = checks[String(record['kind'])]
    if (!check) {
      throw new Refusal('conflict', [
        { path: 'kind', message: 'This is done by itself once you have signed or answered it.' },
      ])
    }
    const findings = await check(read, idIn(record, 'patient') ?? '')
    if (findings.length) throw new Refusal('refused-by-rule', findings)
    return { set: { status: 'done', doneAt: now.toISOString() } }
  },
})

import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { followRisk } from '../raiseRisk'

const sources = [
  { value: 'session', label: 'A session' },
  { value: 'call', label: 'A call or message' },
  { value: 'other', label: 'Something else' },
] as const

const input = z.object({
  patient: requiredText('Choose the patient.', 60),
  source: requiredChoice(['session', 'call', 'other'], 'Choose where it was noticed.'),
  detail: requiredText('Write what was noticed.', 5000),
})

export const reportRisk = defineAction({
  slug: 'risk-events',
  name: 'report',
  label: 'Report risk',
  tone: 'danger',
  on: 'collection',
  input,
  fields: [
    {
      name: 'patient',
      label: 'Patient',
      type: 'relationship',
      relationTo: 'patients',
      isRequired: true,
    },
    { name: 'source', label: 'Noticed in', type: 'select', isRequired: true, options: sources },
    { name: 'detail', label: 'What was noticed', type: 'textarea', isRequired: true },
  ],
  prepare: async ({ actor, input: { patient, source, detail }, key }) => ({
    set: { patient, source, uniqueKey: `report|${key}`, reportedBy: actor.id, detail },
  }),
  effects: [
    {
      name: 'alert',
      run: (context) =>
        followRisk(context, {
          eventId: context.record.id,
          patientId: String(context.record['patient']),
        }),
    },
  ],
})

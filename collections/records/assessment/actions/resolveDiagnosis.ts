import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { optionalDay } from '../../fields/optionalDay'

const input = z.object({
  outcome: requiredChoice(['resolved', 'ruledOut'], 'Choose whether it is resolved or ruled out.'),
  endedOn: optionalDay(),
})

export const resolveDiagnosis = defineAction({
  slug: 'diagnoses',
  name: 'resolve',
  label: 'End diagnosis',
  confirm: 'Notes up to the end date keep it; later notes cannot use it.',
  input,
  fields: [
    {
      name: 'outcome',
      label: 'Outcome',
      type: 'select',
      isRequired: true,
      options: [
        { value: 'resolved', label: 'Resolved' },
        { value: 'ruledOut', label: 'Ruled out' },
      ],
    },
    { name: 'endedOn', label: 'Last day', type: 'day', help: 'Today when left empty.' },
  ],
  from: { column: 'status', values: ['provisional', 'active'] },
  prepare: async ({ input: { outcome, endedOn }, record }) => {
    const day = endedOn ?? practiceToday()
    if (day < String(record['diagnosedOn'] ?? '')) {
      throw new Refusal('refused-by-rule', [
        {
          path: 'endedOn',
          message: 'A diagnosis cannot end before it was made. Choose a later day.',
        },
      ])
    }
    return { set: { status: outcome, endedOn: day } }
  },
})

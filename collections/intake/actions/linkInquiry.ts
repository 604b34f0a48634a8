import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'

export const linkInquiry = defineAction({
  slug: 'inquiries',
  name: 'link',
  label: 'Link to a known patient',
  input: z.object({ patient: requiredText('Choose a patient.', 64) }),
  fields: [
    {
      name: 'patient',
      label: 'Patient',
      type: 'relationship',
      relationTo: 'patients',
      isRequired: true,
    },
  ],
  from: { column: 'status', values: ['new', 'triaged', 'waitlisted'] },
  prepare: async ({ input, read }) => {
    const patient = await read.one('patients', input.patient)
    if (!patient || patient['status'] === 'voided') {
      throw new Refusal('invalid', [
        { path: 'patient', message: 'Choose a patient from the list.' },
      ])
    }
    return { set: { patient: input.patient, isNewPerson: false } }
  },
})

import { z } from 'zod'
import { optionalText, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { patientQuestion, requirePatient } from '../../sharingInput'

/** Whether a release allows it is asked by R33. */
export const addOutsidePerson = defineAction({
  slug: 'outside-care',
  name: 'add',
  on: 'collection',
  label: 'Add outside caregiver',
  input: z.object({
    patient: requiredText('Choose whose care team it is.', 80),
    name: requiredText('Write who it is.', 200),
    profession: optionalText(120),
    contact: optionalText(500),
    release: optionalText(80),
  }),
  fields: [
    patientQuestion,
    { name: 'name', label: 'Name', type: 'text', isRequired: true },
    { name: 'profession', label: 'Profession', type: 'text' },
    { name: 'contact', label: 'Phone, fax or e-mail', type: 'text' },
    {
      name: 'release',
      label: 'Release that allows it',
      type: 'relationship',
      relationTo: 'releases',
      isRequired: true,
    },
  ],
  prepare: async ({ actor, input, key, now, read }) => {
    await requirePatient(read, input.patient)
    const { contact = '', release, ...rest } = input
    return {
      set: {
        ...rest,
        uniqueKey: `outside|${key}`,
        release: release ?? null,
        status: 'active',
        addedAt: now.toISOString(),
        addedBy: actor.id,
        contact,
      },
    }
  },
})

import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { holdReasonCodes, holdReasons } from '@/src/domain/sharing/holdReasons'
import { Refusal } from '@/src/lib/errors'

/** Two matters are two holds; each is lifted for itself. */
export const placeHold = defineAction({
  slug: 'legal-holds',
  name: 'place',
  on: 'collection',
  label: 'Place legal hold',
  confirm:
    'Until the hold is lifted nothing of this chart can be marked as entered in error or destroyed. Everybody who works with the chart sees that there is a hold.',
  tone: 'danger',
  input: z.object({
    patient: requiredText('Choose whose chart it is.', 80),
    reasonCode: requiredChoice(holdReasonCodes, 'Say why the chart has to stay as it is.'),
    matter: requiredText(
      'Write what the matter is, so that somebody can lift the hold later.',
      4000,
    ),
  }),
  fields: [
    {
      name: 'patient',
      label: 'Patient',
      type: 'relationship',
      relationTo: 'patients',
      isRequired: true,
    },
    {
      name: 'reasonCode',
      label: 'Why',
      type: 'select',
      isRequired: true,
      options: holdReasons,
    },
    {
      name: 'matter',
      label: 'The matter',
      type: 'textarea',
      isRequired: true,
      help: 'Who wrote, on which day, and what about. Kept encrypted; compliance, the director and the owner read it.',
    },
  ],
  prepare: async ({ actor, input, key, now, read }) => {
    const patient = await read.one('patients', input.patient)
    if (!patient) {
      const message = 'Choose a patient from the list: this one was not found.'
      throw new Refusal('invalid', [{ path: 'patient', message }])
    }
    return {
      set: {
        uniqueKey: `hold|${key}`,
        patient: input.patient,
        status: 'active',
        reasonCode: input.reasonCode,
        placedAt: now.toISOString(),
        placedBy: actor.id,
        matter: input.matter,
      },
    }
  },
})

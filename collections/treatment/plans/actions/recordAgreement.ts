import { z } from 'zod'
import { optionalText, requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { afterActivation, inForceFromToday } from '../activate'

const answers = [
  { value: 'verbal', label: 'Agreed by word of mouth' },
  { value: 'refused', label: 'Refused or disagreed' },
] as const

const input = z.object({
  agreement: requiredChoice(['verbal', 'refused'], 'Choose what the client answered.'),
  note: optionalText(5000),
})

/** Where the client does not sign, the clinician records their answer, and the plan comes into force (R27). */
export const recordAgreement = defineAction({
  slug: 'treatment-plans',
  name: 'record-agreement',
  label: "Record the client's answer",
  input,
  fields: [
    { name: 'agreement', label: 'Answer', type: 'select', isRequired: true, options: answers },
    { name: 'note', label: 'What was said', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['ready', 'shared', 'declined'] },
  prepare: async ({ actor, input: { agreement, note }, now, req }) => ({
    set: {
      ...(await inForceFromToday(req)),
      agreement,
      agreedAt: now.toISOString(),
      agreementRecordedBy: actor.id,
      agreementNote: note ?? '',
    },
  }),
  effects: afterActivation,
})

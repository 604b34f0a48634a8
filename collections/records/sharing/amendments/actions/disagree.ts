import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'

/** 45 CFR 164.526(d)(2) and (5): what the patient says about it leaves with the record from now on. */
export const disagree = defineAction({
  slug: 'amendment-requests',
  name: 'disagree',
  label: 'Statement of disagreement',
  confirm: 'It becomes part of the record and goes along whenever this part of it leaves.',
  input: z.object({ statement: requiredText('Write what you want to be said with it.', 4000) }),
  fields: [
    { name: 'statement', label: 'Statement of disagreement', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['denied'] },
  prepare: async ({ input, now }) => ({
    set: { disagreedAt: now.toISOString(), statement: input.statement },
  }),
})

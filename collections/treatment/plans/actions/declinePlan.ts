import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { askAuthor } from '../../../records/signing/askAuthor'

export const declinePlan = defineAction({
  slug: 'treatment-plans',
  name: 'decline',
  label: 'Decline plan',
  input: z.object({ reason: requiredText('Write what you do not agree with.', 5000) }),
  fields: [
    { name: 'reason', label: 'What you do not agree with', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['shared'] },
  prepare: async ({ input: { reason }, now }) => ({
    set: {
      status: 'declined',
      agreement: 'refused',
      agreedAt: now.toISOString(),
      agreementNote: reason,
    },
  }),
  effects: [
    {
      name: 'author',
      run: (context) =>
        askAuthor(context, {
          collectionSlug: 'treatment-plans',
          title: 'A client declined a treatment plan',
        }),
    },
  ],
})

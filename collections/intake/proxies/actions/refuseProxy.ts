import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'

/** 45 CFR 164.502(g)(5): abuse, neglect or danger; in the professional judgment of the clinician. */
export const refuseProxy = defineAction({
  slug: 'proxies',
  name: 'refuse',
  label: 'Refuse as representative',
  tone: 'danger',
  confirm:
    'The person loses all access at once. They are told that it ended, not why. Use this where treating them as a representative could endanger the patient.',
  input: z.object({ reason: requiredText('Write what makes it unsafe.') }),
  fields: [{ name: 'reason', label: 'What makes it unsafe', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['proposed', 'active'] },
  prepare: async ({ input, now }) => ({
    set: {
      status: 'ended',
      endedAt: now.toISOString(),
      endReason: 'practice',
      refusalReason: input.reason,
    },
  }),
})

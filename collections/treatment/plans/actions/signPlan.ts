import { z } from 'zod'
import { flag, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { afterActivation, inForceFromToday } from '../activate'
import { refuseChangedPlan } from '../refuseChangedPlan'

const input = z.object({
  signerName: requiredText('Type your full name to sign.', 120),
  agree: flag().refine((isTicked) => isTicked, 'Tick the box to agree, or choose to decline.'),
})

/** The client's signature puts the plan in force (R27). */
export const signPlan = defineAction({
  slug: 'treatment-plans',
  name: 'sign',
  label: 'Sign plan',
  tone: 'primary',
  input,
  fields: [
    { name: 'signerName', label: 'Your full name', type: 'text', isRequired: true },
    {
      name: 'agree',
      label: 'I have read this plan and agree to it',
      type: 'checkbox',
      isRequired: true,
    },
  ],
  from: { column: 'status', values: ['shared'] },
  prepare: async ({ input: { signerName }, now, read, record, req }) => ({
    set: {
      ...(await inForceFromToday(req)),
      agreement: 'signed',
      agreedByName: signerName,
      agreedAt: now.toISOString(),
      agreedHash: await refuseChangedPlan(read, record),
    },
  }),
  effects: afterActivation,
})

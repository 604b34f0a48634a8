import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { amendmentGrounds } from '@/src/domain/sharing/amendments'
import { codesOf } from '@/src/domain/sharing/codes'
import { tellAsker } from '../../tellAsker'
import { closeAmendmentTasks } from '../amendmentTask'

/** 45 CFR 164.526(d): on a ground, in plain words; the patient may then say that they disagree. */
export const denyAmendment = defineAction({
  slug: 'amendment-requests',
  name: 'deny',
  label: 'Deny',
  tone: 'danger',
  confirm:
    'The patient reads why, may write a statement of disagreement that leaves with the record from then on, and may complain.',
  input: z.object({
    denialGround: requiredChoice(
      codesOf(amendmentGrounds),
      'Choose the ground of the law on which it is denied.',
    ),
    denialReason: requiredText('Write why, in plain words: the patient reads it.', 4000),
  }),
  fields: [
    {
      name: 'denialGround',
      label: 'Ground',
      type: 'select',
      isRequired: true,
      options: amendmentGrounds,
    },
    { name: 'denialReason', label: 'Why, in plain words', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, input, now }) => ({
    set: {
      status: 'denied',
      denialGround: input.denialGround,
      closedAt: now.toISOString(),
      closedBy: actor.id,
      denialReason: input.denialReason,
    },
  }),
  effects: [
    { name: 'task', run: closeAmendmentTasks },
    {
      name: 'tell',
      run: (context) => tellAsker(context, `amendment-denied|${context.record.id}`),
    },
  ],
})

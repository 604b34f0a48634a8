import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'
import { placeHoldForRequest } from '../placeHoldForRequest'

/** A letter without an authorization gives nothing away, and the chart is kept as it is from then on. */
export const refuseRequest = defineAction({
  slug: 'record-requests',
  name: 'refuse',
  label: 'Refuse: no authorization',
  tone: 'danger',
  confirm:
    'A letter is made that neither says nor denies that this person is a patient here, and the chart is put on legal hold.',
  input: z.object({
    matter: requiredText('Write what the letter is about: the legal hold keeps it.', 2000),
  }),
  fields: [
    {
      name: 'matter',
      label: 'What the letter is about',
      type: 'textarea',
      isRequired: true,
      help: 'For the legal hold. Kept encrypted.',
    },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, input, now }) => ({
    set: {
      status: 'refused',
      closedAt: now.toISOString(),
      closedBy: actor.id,
      denialReason: input.matter,
    },
  }),
  effects: [
    { name: 'hold', run: placeHoldForRequest },
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, { kind: 'records-request', recordIds: [context.record.id] }),
    },
  ],
})

import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'
import { codesOf } from '@/src/domain/sharing/codes'
import { blockingExceptions, denialGrounds } from '@/src/domain/sharing/requests'
import { tellAsker } from '../../tellAsker'

export const denyRequest = defineAction({
  slug: 'record-requests',
  name: 'deny',
  label: 'Deny',
  tone: 'danger',
  confirm:
    'Print the letter afterwards and send it. It says why, and how to ask for a second look or complain.',
  input: z.object({
    denialGround: requiredChoice(
      codesOf(denialGrounds),
      'Choose the ground of the law on which it is denied.',
    ),
    denialReason: requiredText('Write why, in plain words: the letter says so.', 4000),
    exception: requiredChoice(
      codesOf(blockingExceptions),
      'Say which exception of 45 CFR 171 the denial relies on.',
    ),
  }),
  fields: [
    {
      name: 'denialGround',
      label: 'Ground',
      type: 'select',
      isRequired: true,
      options: denialGrounds,
    },
    { name: 'denialReason', label: 'Why, in plain words', type: 'textarea', isRequired: true },
    {
      name: 'exception',
      label: 'Exception relied on (45 CFR 171)',
      type: 'select',
      isRequired: true,
      options: blockingExceptions,
    },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, input, now }) => ({
    set: {
      status: 'denied',
      denialGround: input.denialGround,
      exception: input.exception,
      closedAt: now.toISOString(),
      closedBy: actor.id,
      denialReason: input.denialReason,
    },
  }),
  effects: [
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, { kind: 'records-request', recordIds: [context.record.id] }),
    },
    {
      name: 'tell',
      run: (context) => tellAsker(context, `records-request-denied|${context.record.id}`),
    },
  ],
})

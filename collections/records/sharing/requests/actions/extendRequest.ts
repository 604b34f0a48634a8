import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { codesOf } from '@/src/domain/sharing/codes'
import { blockingExceptions, dueAfter } from '@/src/domain/sharing/requests'
import { askCompliance, closeEarlierTasks } from '../requestTask'

/** Once, before the day is over, with a letter that says why and until when. */
export const extendRequest = defineAction({
  slug: 'record-requests',
  name: 'extend',
  label: 'Extend once',
  confirm: 'Print the letter afterwards and send it: without it the extension does not count.',
  input: z.object({
    extensionReason: requiredText('Write why it takes longer: the letter says so.', 2000),
    exception: requiredChoice(
      codesOf(blockingExceptions),
      'Say which exception of 45 CFR 171 the delay relies on.',
    ),
  }),
  fields: [
    { name: 'extensionReason', label: 'Why it takes longer', type: 'textarea', isRequired: true },
    {
      name: 'exception',
      label: 'Exception relied on (45 CFR 171)',
      type: 'select',
      isRequired: true,
      options: blockingExceptions,
    },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ input, now, record, req }) => {
    const { accessExtensionDays } = await loadSettings(req, {})
    return {
      set: {
        extendedAt: now.toISOString(),
        exception: input.exception,
        dueOn: dueAfter(String(record['dueOn']), accessExtensionDays),
        extensionReason: input.extensionReason,
      },
    }
  },
  effects: [
    { name: 'old-task', run: closeEarlierTasks },
    { name: 'task', run: askCompliance },
  ],
})

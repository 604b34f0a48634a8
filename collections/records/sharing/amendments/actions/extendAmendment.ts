import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { dueAfter } from '@/src/domain/sharing/requests'
import { tellAsker } from '../../tellAsker'
import { askAboutAmendment, closeEarlier } from '../amendmentTask'

export const extendAmendment = defineAction({
  slug: 'amendment-requests',
  name: 'extend',
  label: 'Extend once',
  confirm: 'The patient reads why and until when. It can be extended only once.',
  input: z.object({
    extensionReason: requiredText('Write why it takes longer: the patient reads it.', 2000),
  }),
  fields: [
    { name: 'extensionReason', label: 'Why it takes longer', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ input, now, record, req }) => {
    const { amendmentExtensionDays } = await loadSettings(req, {})
    return {
      set: {
        extendedAt: now.toISOString(),
        dueOn: dueAfter(String(record['dueOn']), amendmentExtensionDays),
        extensionReason: input.extensionReason,
      },
    }
  },
  effects: [
    { name: 'old-task', run: closeEarlier },
    { name: 'task', run: askAboutAmendment },
    {
      name: 'tell',
      run: (context) => tellAsker(context, `amendment-extended|${context.record.id}`),
    },
  ],
})

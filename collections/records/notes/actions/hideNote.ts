import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { showAddenda } from '../showAddenda'

/** R68: what is hidden is absent in the portal and its API, counts included, as if it were not there. */
export const hideNote = defineAction({
  slug: 'progress-notes',
  name: 'hide',
  label: 'Hide from portal: safety',
  confirm: 'It is absent from the portal, in lists and counts too. Staff see it as before.',
  tone: 'danger',
  input: z.object({
    from: requiredChoice(['proxies', 'everybody'], 'Choose from whom it is hidden.'),
    reason: requiredText('Write what makes showing it unsafe.'),
  }),
  fields: [
    {
      name: 'from',
      label: 'Hidden from',
      type: 'select',
      isRequired: true,
      options: [
        { value: 'proxies', label: 'Parents and proxies' },
        { value: 'everybody', label: 'Everybody, the patient too' },
      ],
    },
    { name: 'reason', label: 'What makes it unsafe', type: 'textarea', isRequired: true },
  ],
  prepare: async ({ actor, input, now, record }) => ({
    set: {
      hiddenFrom: input.from,
      hiddenAt: now.toISOString(),
      hiddenBy: actor.id,
      isOpenToProxies: false,
      isShared: input.from === 'everybody' ? false : record['isShared'] === true,
      hiddenReason: input.reason,
    },
  }),
  effects: [{ name: 'addenda', run: showAddenda }],
})

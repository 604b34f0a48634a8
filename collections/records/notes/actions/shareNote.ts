import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { tellPatient } from '../../tellPatient'
import { showAddenda } from '../showAddenda'

export const shareNote = defineAction({
  slug: 'progress-notes',
  name: 'share',
  label: 'Share with the patient',
  confirm: 'The patient can read this note in the portal.',
  input: z.object({}),
  fields: [],
  from: { column: 'isShared', values: [false, null] },
  prepare: async ({ now, record }) => {
    if (record['hiddenFrom'] === 'everybody') {
      throw new Refusal('conflict', [
        {
          path: 'hiddenFrom',
          message:
            'This note is hidden from portal: safety. Choose "Show in the portal again" first.',
        },
      ])
    }
    return { set: { isShared: true, sharedAt: now.toISOString() } }
  },
  effects: [
    { name: 'addenda', run: showAddenda },
    { name: 'mail', run: (context) => tellPatient(context, `note|${context.record.id}`) },
  ],
})

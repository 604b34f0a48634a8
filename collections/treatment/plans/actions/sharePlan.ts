import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { tellPatient } from '../../../records/tellPatient'
import { showRows } from '../showRows'

export const sharePlan = defineAction({
  slug: 'treatment-plans',
  name: 'share',
  label: 'Share for signature',
  tone: 'primary',
  confirm: 'The client can read, comment on and sign it in the portal.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['ready'] },
  prepare: async ({ now }) => ({
    set: { status: 'shared', isShared: true, sharedAt: now.toISOString() },
  }),
  effects: [
    { name: 'rows', run: (context) => showRows(context, true) },
    { name: 'mail', run: (context) => tellPatient(context, `plan|${context.record.id}`) },
  ],
})

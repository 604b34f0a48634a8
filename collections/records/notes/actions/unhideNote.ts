import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { showAddenda } from '../showAddenda'

export const unhideNote = defineAction({
  slug: 'progress-notes',
  name: 'unhide',
  label: 'Show in the portal again',
  confirm: 'Those who may see it in the portal see it again once it is shared.',
  input: z.object({}),
  fields: [],
  from: { column: 'hiddenFrom', values: ['proxies', 'everybody'] },
  prepare: async () => ({
    set: { hiddenFrom: null, hiddenAt: null, hiddenBy: null, isOpenToProxies: true },
  }),
  effects: [{ name: 'addenda', run: showAddenda }],
})

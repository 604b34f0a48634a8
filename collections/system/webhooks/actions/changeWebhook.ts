import { defineAction } from '@/hooks/actions/define'
import { refuseOpenHttp, refuseTakenName, webhookFields, webhookInput } from '../webhookInput'

/** Where a receiver is and what it is told about; messages that wait go to the new address. */
export const changeWebhook = defineAction({
  slug: 'webhooks',
  name: 'change',
  label: 'Change',
  stepUp: true,
  input: webhookInput,
  fields: webhookFields,
  prepare: async ({ input, read, record }) => {
    await refuseOpenHttp(input.url)
    await refuseTakenName(read, { name: input.name, id: String(record['id']) })
    return { set: { ...input } }
  },
})

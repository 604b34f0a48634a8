import { defineAction } from '@/hooks/actions/define'
import { newSecret, secretShown, showSecret } from '../newSecret'
import { refuseOpenHttp, refuseTakenName, webhookFields, webhookInput } from '../webhookInput'

/** Puts a receiver on the list. Its secret is made here and shown once. */
export const registerWebhook = defineAction({
  slug: 'webhooks',
  name: 'register',
  on: 'collection',
  label: 'Add a webhook',
  tone: 'primary',
  stepUp: true,
  input: webhookInput,
  fields: webhookFields,
  prepare: async ({ req, input, read }) => {
    await refuseOpenHttp(input.url)
    await refuseTakenName(read, { name: input.name, id: null })
    return { set: { ...input, state: 'active', secret: newSecret(req) } }
  },
  shown: secretShown,
  answer: showSecret,
})

import { z } from 'zod'
import { flag } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { checkProxyAddress, openProxyAccount } from '../openProxyAccount'

export const inviteProxy = defineAction({
  slug: 'proxies',
  name: 'invite',
  label: 'Invite to the portal',
  stepUp: true,
  input: z.object({ isSamePerson: flag() }),
  fields: [
    {
      name: 'isSamePerson',
      label: 'They have a portal account already, and it is the same person',
      type: 'checkbox',
    },
  ],
  from: { column: 'status', values: ['active'] },
  prepare: async ({ input, read, record }) => {
    await checkProxyAddress(read, { proxy: record, isSamePerson: input.isSamePerson })
    return { set: {}, refs: { invitation: Number(record['rev'] ?? 0) } }
  },
  effects: [{ name: 'account', run: openProxyAccount }],
})

import { z } from 'zod'
import { flag } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { practiceToday } from '@/src/lib/practiceZone'
import { checkProxyAddress, openProxyAccount } from '../openProxyAccount'

export const approveProxy = defineAction({
  slug: 'proxies',
  name: 'approve',
  label: 'Approve',
  tone: 'primary',
  confirm:
    'From its first day this person may do for the patient what is ticked, and nothing else.',
  stepUp: true,
  input: z.object({ openPortal: flag(), isSamePerson: flag() }),
  fields: [
    { name: 'openPortal', label: 'Give a portal login of their own', type: 'checkbox' },
    {
      name: 'isSamePerson',
      label: 'They have a portal account already, and it is the same person',
      type: 'checkbox',
    },
  ],
  from: { column: 'status', values: ['proposed'] },
  prepare: async ({ actor, input, now, read, record }) => {
    if (input.openPortal)
      await checkProxyAddress(read, { proxy: record, isSamePerson: input.isSamePerson })
    return {
      set: {
        status: 'active',
        startsOn: record['startsOn'] || practiceToday(),
        approvedBy: actor.kind === 'staff' ? actor.id : null,
        approvedAt: now.toISOString(),
      },
      refs: { openPortal: input.openPortal, invitation: Number(record['rev'] ?? 0) },
    }
  },
  effects: [
    {
      name: 'account',
      run: async (context) => {
        if (context.refs['openPortal']) await openProxyAccount(context)
      },
    },
  ],
})

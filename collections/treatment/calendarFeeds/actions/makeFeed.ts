import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { feedAddress, newFeedToken } from '../feedToken'

const most = 5

/** An address for a calendar program: one's own sessions, as "Session" and nothing else (R109). */
export const makeFeed = defineAction({
  slug: 'calendar-feeds',
  name: 'make',
  on: 'collection',
  label: 'Make an address',
  tone: 'primary',
  confirm: 'The address is shown a single time. Whoever has it sees when you have sessions.',
  input: z.object({
    label: requiredText('Say for which calendar, for example "Phone".', 40),
  }),
  fields: [
    {
      name: 'label',
      label: 'For which calendar',
      type: 'text',
      isRequired: true,
      help: 'So that you know later which one to take back.',
    },
  ],
  prepare: async ({ actor, input, read, req }) => {
    const whose =
      actor.kind === 'patient'
        ? { patient: actor.patientId, portalUser: actor.id, staff: null }
        : { patient: null, portalUser: null, staff: actor.id }
    const column = whose.patient ? 'patient' : 'staff'
    const count = await read.count('calendar-feeds', {
      and: [{ [column]: { equals: whose[column] } }, { isActive: { equals: true } }],
    })
    if (count >= most) {
      throw new Refusal('conflict', `You have ${most} addresses already. Take one back first.`)
    }
    return {
      set: {
        ...whose,
        label: input.label,
        tokenHash: newFeedToken(req),
        isActive: true,
        madeAt: clock.wall().toISOString(),
      },
    }
  },
  shown: [{ name: 'address', label: 'The address. It is shown this once: copy it now.' }],
  answer: async ({ req }) => ({ address: feedAddress(req) }),
})

import { idIn } from '@/src/domain/row'
import { defineRule } from '../rule'
import { patientsOnHold } from '../sharing/patientsOnHold'

type Facts = { charts: number; onHold: number }

const roles = { compliance: 'Compliance', owner: 'The owner' } as const
const asRole = { compliance: 'compliance', owner: 'the owner' } as const

/**
 * Who approves is one person, once, in one of the two roles; the action works out which is missing. What
 * is destroyed is looked at again when it is (collections/records/retention/destroy).
 */
export const destructionNeedsTwo = defineRule<Facts>({
  id: 'R67',
  title: 'Charts past their time are destroyed when compliance and the owner, two people, agreed',
  area: 'records',
  appliesTo: ['destruction-lists:action:approve'],
  override: null,
  facts: async (read, { before }) => {
    const lines = await read.many('destruction-lines', {
      and: [{ list: { equals: before?.['id'] } }, { status: { equals: 'listed' } }],
    })
    const patients = lines.map((line) => idIn(line, 'patient')).filter((id) => id !== null)
    return { charts: lines.length, onHold: (await patientsOnHold(read, patients)).size }
  },
  check: ({ actor, change, facts }) => {
    const before = change.before ?? {}
    if (!facts.charts)
      return [{ message: 'No chart of this list is left to be destroyed. Decline the list.' }]
    for (const role of ['compliance', 'owner'] as const) {
      const already = idIn(before, `${role}By`)
      if (already === null) continue
      if (already === actor.id)
        return [
          {
            message: `You have approved this list as ${asRole[role]}. Somebody else has to approve it as ${asRole[role === 'owner' ? 'compliance' : 'owner']}.`,
          },
        ]
      if (already !== idIn(change.after, `${role}By`))
        return [{ message: `${roles[role]} has approved this list already.` }]
    }
    if (facts.onHold)
      return [
        {
          message: `${facts.onHold} of the ${facts.charts} charts ${facts.onHold === 1 ? 'is' : 'are'} on legal hold and cannot be destroyed. Take ${facts.onHold === 1 ? 'it' : 'them'} off the list first.`,
          fixUrl: '/admin/retention',
        },
      ]
    return []
  },
})

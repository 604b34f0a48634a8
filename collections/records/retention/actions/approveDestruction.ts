import { z } from 'zod'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'

/** In which of the two roles somebody approves: the one that is still missing, where they hold it. */
const roleOf = (principals: readonly string[], hasCompliance: boolean): 'compliance' | 'owner' =>
  principals.includes('compliance') && !(hasCompliance && principals.includes('owner'))
    ? 'compliance'
    : 'owner'

export const approveDestruction = defineAction({
  slug: 'destruction-lists',
  name: 'approve',
  label: 'Approve destruction',
  confirm:
    'When compliance and the owner, two people, have approved, the charts of this list are destroyed and cannot be brought back. Backups made before still hold them until you let those go.',
  tone: 'danger',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['open', 'half'] },
  prepare: async ({ actor, now, record }) => {
    const others = { compliance: idIn(record, 'ownerBy'), owner: idIn(record, 'complianceBy') }
    const role = roleOf(actor.principals, others.owner !== null)
    return {
      set: {
        [`${role}By`]: actor.id,
        [`${role}At`]: now.toISOString(),
        status: others[role] ? 'approved' : 'half',
      },
      refs: { role },
    }
  },
  effects: [
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, {
          kind: `destruction-${context.refs['role']}`,
          recordIds: [context.record.id],
        }),
    },
  ],
})

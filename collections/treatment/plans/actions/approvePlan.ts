import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { closeTasks } from '../../../records/closeTasks'
import { cosignatureBy } from '../../../records/signing/signature'
import { refuseChangedPlan } from '../refuseChangedPlan'

export const approvePlan = defineAction({
  slug: 'treatment-plans',
  name: 'approve',
  label: 'Approve plan',
  tone: 'primary',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['underReview'] },
  prepare: async ({ actor, now, read, record }) => {
    await refuseChangedPlan(read, record)
    return { set: { ...(await cosignatureBy({ actor, now, read })), status: 'ready' } }
  },
  effects: [
    {
      name: 'tasks',
      run: (context) => closeTasks(context, { kind: 'cosign', recordIds: [context.record.id] }),
    },
  ],
})

import { z } from 'zod'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'
import { agreementsOf } from '@/hooks/rules/intake/agreementsOf'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

/** R12: the supervisor of the trainee who decided says that they were asked. */
export const confirmConsult = defineAction({
  slug: 'care-episodes',
  name: 'confirm-consult',
  label: 'I was consulted',
  tone: 'primary',
  confirm: 'You were asked whether this minor may consent alone, and agree. The care may begin.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['consulting'] },
  prepare: async ({ actor, now, read, record }) => {
    const agreements = await agreementsOf(read, idIn(record, 'clinician'))
    if (!agreements.some((row) => idIn(row, 'supervisor') === actor.id)) {
      throw new Refusal(
        'not-granted',
        'Only the supervisor of the trainee who decided can confirm this.',
      )
    }
    return {
      set: {
        status: 'open',
        consultedWith: actor.id,
        consultedAt: now.toISOString(),
        openedAt: now.toISOString(),
      },
    }
  },
  effects: [
    {
      name: 'tasks',
      run: (context) =>
        closeTasks(context, { kind: 'minor-consent', recordIds: [context.record.id] }),
    },
  ],
})

import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { isTrainee } from '@/hooks/rules/records/trainee'
import { planHash, planRowsOf } from '@/hooks/rules/treatment/planFacts'
import { closeTasks } from '../../../records/closeTasks'
import { askForCosignature } from '../../../records/signing/cosignTasks'
import { signatureBy } from '../../../records/signing/signature'

/** The clinician's signature under a plan that is whole (R26); a trainee's goes to the supervisor (R29). */
export const readyPlan = defineAction({
  slug: 'treatment-plans',
  name: 'ready',
  label: 'Sign and mark ready',
  tone: 'primary',
  confirm: 'The plan stands as it is from now on. Changes make a new version.',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['draft'] },
  prepare: async ({ actor, now, read, record }) => {
    const rows = await planRowsOf(read, String(record['id']))
    const signature = await signatureBy({ actor, now, read }, planHash(record, rows))
    return { set: { ...signature, status: isTrainee(actor) ? 'underReview' : 'ready' } }
  },
  effects: [
    {
      name: 'returned-task',
      run: (context) => closeTasks(context, { kind: 'returned', recordIds: [context.record.id] }),
    },
    {
      name: 'review',
      run: async (context) => {
        if (context.record['status'] !== 'underReview') return
        await askForCosignature(context, {
          collectionSlug: 'treatment-plans',
          title: 'Review a treatment plan',
        })
      },
    },
  ],
})

import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { closeTasks } from '../../../records/closeTasks'
import { setBanner } from '../setBanner'

const lowerBanner = async ({ read, record, req }: EffectContext): Promise<void> => {
  const patient = String(record['patient'])
  const unfinished = await read.count('risk-events', {
    and: [{ patient: { equals: patient } }, { status: { in: ['open', 'assessed'] } }],
  })
  if (unfinished) return
  await setBanner(req, patient, false)
}

export const closeRisk = defineAction({
  slug: 'risk-events',
  name: 'close',
  label: 'Close risk event',
  input: z.object({ closing: requiredText('Write how it ended.', 5000) }),
  fields: [{ name: 'closing', label: 'How it ended', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['open', 'assessed'] },
  prepare: async ({ actor, input: { closing }, now }) => ({
    set: { status: 'closed', closedAt: now.toISOString(), closedBy: actor.id, closing },
  }),
  effects: [
    {
      name: 'tasks',
      run: (context) => closeTasks(context, { kind: 'risk', recordIds: [context.record.id] }),
    },
    { name: 'banner', run: lowerBanner },
  ],
})

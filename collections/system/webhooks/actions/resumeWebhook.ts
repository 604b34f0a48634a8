import { z } from 'zod'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'

/** Sends again, what waited first. */
export const resumeWebhook = defineAction({
  slug: 'webhooks',
  name: 'resume',
  label: 'Let it go on',
  confirm: 'What waited is sent first.',
  tone: 'primary',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'state', values: ['paused'] },
  prepare: async () => ({
    set: { state: 'active', pauseReason: null, pausedAt: null, failingSince: null },
  }),
  effects: [
    {
      name: 'notice',
      run: (context) =>
        closeTasks(context, { kind: 'webhook-paused', recordIds: [context.record.id] }),
    },
  ],
})

import type { TaskConfig } from 'payload'
import { sweepActions } from '@/hooks/actions/sweep'
import { settleIntents } from '@/hooks/audit/settle'
import { clock } from '../lib/clock'
import { oncePerPeriod } from './oncePerPeriod'
import { sendMail } from './sendMail'

type Work = Parameters<typeof oncePerPeriod>[1]['work']

const minuteOf = (): string => clock.wall().toISOString().slice(0, 16)

const everyMinute = (
  slug: string,
  work: (payload: Parameters<typeof sendMail>[0]) => ReturnType<Work>,
): TaskConfig =>
  ({
    slug,
    schedule: [{ cron: '* * * * *', queue: 'default' }],
    handler: async ({ req }: { req: { payload: Parameters<typeof sendMail>[0] } }) => {
      const summary = await oncePerPeriod(req.payload, {
        job: slug,
        period: minuteOf(),
        work: () => work(req.payload),
      })
      return { output: { summary } }
    },
  }) as unknown as TaskConfig // slugs are typed from generated types that do not exist yet

export const tasks: TaskConfig[] = [
  everyMinute('sweep-actions', async (payload) => `${await sweepActions(payload)} finished`),
  everyMinute('settle-intents', async (payload) => `${await settleIntents(payload)} settled`),
  everyMinute('send-mail', async (payload) => `${await sendMail(payload)} sent`),
]

import type { TaskConfig } from 'payload'
import { recheckAllClaims } from '@/collections/billing/claims/recheckClaims'
import { endOutgrownProxies } from '@/collections/intake/proxies/endOutgrown'
import { endRoleGrants } from '@/collections/people/roles/endRoleGrants'
import { destroyCharts } from '@/collections/records/retention/destroy/destroyCharts'
import { makeDestructionList } from '@/collections/records/retention/makeDestructionList'
import { buildExports } from '@/collections/records/sharing/exports/buildExport'
import { endReleases } from '@/collections/records/sharing/releases/endReleases'
import { endEmergencyAccess } from '@/collections/system/emergency/endEmergencyAccess'
import { forgetImports } from '@/collections/system/imports/work/forgetImports'
import { workOnImports } from '@/collections/system/imports/work/workOn'
import { rotateKeys } from '@/collections/system/keyRotation/rotate'
import { sweepActions } from '@/hooks/actions/sweep'
import { settleIntents } from '@/hooks/audit/settle'
import { forgetSearches } from '@/hooks/listSearches/store'
import { clock } from '../lib/clock'
import { keepStatistics } from '../lib/keepStatistics'
import { practiceToday } from '../lib/practiceZone'
import { checkLogSummary, checkpointLog, letGoOfOldLog } from './auditLog'
import { oncePerPeriod } from './oncePerPeriod'
import { reviewAccesses, reviewedWeek } from './reviewAccesses'
import { sendMail } from './sendMail'
import { forgetDeliveries, sendWebhooks } from './webhooks/sendWebhooks'

type Work = Parameters<typeof oncePerPeriod>[1]['work']

type Rhythm = { cron: string; period: () => string }

const everyMinute: Rhythm = {
  cron: '* * * * *',
  period: () => clock.wall().toISOString().slice(0, 16),
}

const everyHour: Rhythm = {
  cron: '7 * * * *',
  period: () => clock.wall().toISOString().slice(0, 13),
}

const everyFiveMinutes: Rhythm = {
  cron: '*/5 * * * *',
  period: () => {
    const minute = clock.wall().toISOString().slice(0, 16)
    return `${minute.slice(0, 14)}${String(Math.floor(Number(minute.slice(14)) / 5) * 5).padStart(2, '0')}`
  },
}

// Deep night in the Americas on a server that counts in UTC: nobody waits for the database.
const everyNight: Rhythm = {
  cron: '17 9 * * *',
  period: () => clock.wall().toISOString().slice(0, 10),
}

// Asked for every hour, done once a week: a server that was off on Monday catches up.
const everyWeek: Rhythm = { cron: '27 * * * *', period: reviewedWeek }

// Asked for every night, done once a month.
const everyMonth: Rhythm = { cron: '37 9 * * *', period: () => practiceToday().slice(0, 7) }

const task = (
  slug: string,
  { cron, period }: Rhythm,
  work: (payload: Parameters<typeof sendMail>[0]) => ReturnType<Work>,
): TaskConfig =>
  ({
    slug,
    schedule: [{ cron, queue: 'default' }],
    handler: async ({ req }: { req: { payload: Parameters<typeof sendMail>[0] } }) => {
      const summary = await oncePerPeriod(req.payload, {
        job: slug,
        period: period(),
        work: () => work(req.payload),
      })
      return { output: { summary } }
    },
  }) as unknown as TaskConfig // slugs are typed from generated types that do not exist yet

export const tasks: TaskConfig[] = [
  task('sweep-actions', everyMinute, async (payload) => `${await sweepActions(payload)} finished`),
  task('settle-intents', everyMinute, async (payload) => `${await settleIntents(payload)} settled`),
  task(
    'end-emergency-access',
    everyMinute,
    async (payload) => `${await endEmergencyAccess(payload)} ended`,
  ),
  task(
    'end-outgrown-proxies',
    everyMinute,
    async (payload) => `${await endOutgrownProxies(payload)} ended`,
  ),
  task('end-releases', everyMinute, async (payload) => `${await endReleases(payload)} ended`),
  task('build-exports', everyMinute, async (payload) => `${await buildExports(payload)} built`),
  task('send-mail', everyMinute, async (payload) => `${await sendMail(payload)} sent`),
  task('send-webhooks', everyMinute, async (payload) => `${await sendWebhooks(payload)} taken`),
  task('work-on-imports', everyMinute, (payload) => workOnImports(payload)),
  task(
    'forget-imports',
    everyNight,
    async (payload) => `${await forgetImports(payload)} forgotten`,
  ),
  task('forget-list-searches', everyHour, async (payload) => {
    await forgetSearches(payload)
    return 'forgotten'
  }),
  task('forget-webhook-deliveries', everyNight, async (payload) => {
    await forgetDeliveries(payload)
    return 'forgotten'
  }),
  task(
    'recheck-claims',
    everyHour,
    async (payload) => `${await recheckAllClaims(payload)} checked`,
  ),
  task('end-role-grants', everyHour, async (payload) => `${await endRoleGrants(payload)} ended`),
  task('rotate-keys', everyMinute, (payload) => rotateKeys(payload)),
  task('keep-statistics', everyHour, async (payload) => {
    await keepStatistics(payload)
    return 'kept'
  }),
  task('checkpoint-log', everyFiveMinutes, checkpointLog),
  task('check-log', everyHour, (payload) => checkLogSummary(payload, 'recent')),
  task('let-go-of-old-log', everyNight, letGoOfOldLog),
  task('review-accesses', everyWeek, reviewAccesses),
  task('list-charts-to-destroy', everyMonth, makeDestructionList),
  task('destroy-charts', everyFiveMinutes, destroyCharts),
  task('check-whole-log', everyNight, (payload) => checkLogSummary(payload, 'whole')),
]

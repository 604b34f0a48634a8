import type { BasePayload, TaskConfig } from 'payload'
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
import { forgetRuns } from './forgetRuns'
import { oncePerPeriod } from './oncePerPeriod'
import { reviewAccesses, reviewedWeek } from './reviewAccesses'
import { sendMail } from './sendMail'
import { forgetDeliveries, sendWebhooks } from './webhooks/sendWebhooks'

type Work = (payload: BasePayload) => Promise<string>

type Rhythm = {
  cron: string
  period: () => string
  /** How long it is known that a period had its run; longer than the period. */
  keptDays: number
}

const everyMinute: Rhythm = {
  cron: '* * * * *',
  period: () => clock.wall().toISOString().slice(0, 16),
  keptDays: 2,
}

const everyHour: Rhythm = {
  cron: '7 * * * *',
  period: () => clock.wall().toISOString().slice(0, 13),
  keptDays: 7,
}

const everyFiveMinutes: Rhythm = {
  cron: '*/5 * * * *',
  period: () => {
    const minute = clock.wall().toISOString().slice(0, 16)
    return `${minute.slice(0, 14)}${String(Math.floor(Number(minute.slice(14)) / 5) * 5).padStart(2, '0')}`
  },
  keptDays: 2,
}

// Deep night in the Americas on a server that counts in UTC: nobody waits for the database.
const everyNight: Rhythm = {
  cron: '17 9 * * *',
  period: () => clock.wall().toISOString().slice(0, 10),
  keptDays: 62,
}

// Asked for every hour, done once a week: a server that was off on Monday catches up.
const everyWeek: Rhythm = { cron: '27 * * * *', period: reviewedWeek, keptDays: 62 }

// Asked for every night, done once a month.
const everyMonth: Rhythm = {
  cron: '37 9 * * *',
  period: () => practiceToday().slice(0, 7),
  keptDays: 62,
}

const work: readonly [slug: string, rhythm: Rhythm, work: Work][] = [
  ['sweep-actions', everyMinute, async (payload) => `${await sweepActions(payload)} finished`],
  ['settle-intents', everyMinute, async (payload) => `${await settleIntents(payload)} settled`],
  [
    'end-emergency-access',
    everyMinute,
    async (payload) => `${await endEmergencyAccess(payload)} ended`,
  ],
  [
    'end-outgrown-proxies',
    everyMinute,
    async (payload) => `${await endOutgrownProxies(payload)} ended`,
  ],
  ['end-releases', everyMinute, async (payload) => `${await endReleases(payload)} ended`],
  ['build-exports', everyMinute, async (payload) => `${await buildExports(payload)} built`],
  ['send-mail', everyMinute, async (payload) => `${await sendMail(payload)} sent`],
  ['send-webhooks', everyMinute, async (payload) => `${await sendWebhooks(payload)} taken`],
  ['work-on-imports', everyMinute, (payload) => workOnImports(payload)],
  ['forget-imports', everyNight, async (payload) => `${await forgetImports(payload)} forgotten`],
  [
    'forget-list-searches',
    everyHour,
    async (payload) => {
      await forgetSearches(payload)
      return 'forgotten'
    },
  ],
  [
    'forget-webhook-deliveries',
    everyNight,
    async (payload) => {
      await forgetDeliveries(payload)
      return 'forgotten'
    },
  ],
  ['recheck-claims', everyHour, async (payload) => `${await recheckAllClaims(payload)} checked`],
  ['end-role-grants', everyHour, async (payload) => `${await endRoleGrants(payload)} ended`],
  ['rotate-keys', everyMinute, (payload) => rotateKeys(payload)],
  [
    'keep-statistics',
    everyHour,
    async (payload) => {
      await keepStatistics(payload)
      return 'kept'
    },
  ],
  ['checkpoint-log', everyFiveMinutes, checkpointLog],
  ['check-log', everyHour, (payload) => checkLogSummary(payload, 'recent')],
  ['let-go-of-old-log', everyNight, letGoOfOldLog],
  ['review-accesses', everyWeek, reviewAccesses],
  ['list-charts-to-destroy', everyMonth, makeDestructionList],
  ['destroy-charts', everyFiveMinutes, destroyCharts],
  ['check-whole-log', everyNight, (payload) => checkLogSummary(payload, 'whole')],
  [
    'forget-job-runs',
    everyNight,
    async (payload) => {
      await forgetRuns(
        payload,
        work.map(([job, { keptDays }]) => ({ job, keptDays })),
      )
      return 'forgotten'
    },
  ],
]

export const tasks: TaskConfig[] = work.map(
  ([slug, { cron, period }, run]) =>
    ({
      slug,
      schedule: [{ cron, queue: 'default' }],
      handler: async ({ req }: { req: { payload: BasePayload } }) => {
        const summary = await oncePerPeriod(req.payload, {
          job: slug,
          period: period(),
          work: () => run(req.payload),
        })
        return { output: { summary } }
      },
    }) as unknown as TaskConfig, // slugs are typed from generated types that do not exist yet
)

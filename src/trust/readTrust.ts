import type { PayloadRequest, Where } from 'payload'
import { signInSettings } from '@/access/session/signInSettings'
import { factReader } from '@/hooks/facts'
import { loadSettings } from '@/hooks/loadSettings'
import { sealPlanOf } from '@/hooks/sealConfidential'
import { filePlanOf } from '@/hooks/sealedFiles'
import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import { MINOR_CONSENT_LAWS } from '@/src/domain/people/minorConsent'
import {
  latelyDays,
  type TrustFacts,
  type TrustGroup,
  trustAnswers,
} from '@/src/domain/trust/reviewers'
import { clock } from '@/src/lib/clock'
import { env } from '@/src/lib/env'
import { practiceDayOf, practiceToday } from '@/src/lib/practiceZone'

type Read = ReturnType<typeof factReader>

const dayMs = 86_400_000

const is = (column: string, value: unknown): Where => ({ [column]: { equals: value } })

const dayOf = (instant: unknown): string | null =>
  instant ? formatDate(practiceDayOf(String(instant))) : null

const staffFacts = async (read: Read): Promise<TrustFacts['staff']> => {
  const active = await read.many('staff', is('isActive', true))
  const factors = await read.many('auth-factors', {
    and: [is('surface', 'staff'), { confirmedAt: { exists: true } }],
  })
  const having = new Set(factors.map((row) => row['userId']))
  return {
    active: active.length,
    withFactor: active.filter(({ id }) => having.has(id)).length,
    rolesWaiting: await read.count('role-grants', is('status', 'requested')),
    rolesAlone: await read.count('role-grants', is('isSingleHanded', true)),
  }
}

const logFacts = async (
  req: PayloadRequest,
  read: Read,
  since: string,
): Promise<TrustFacts['log']> => {
  const [last] = await read.many('audit-verifications', {}, { sort: '-startedAt', limit: 1 })
  const [checkpoint] = await read.many('audit-checkpoints', {}, { sort: '-number', limit: 1 })
  const { auditRetentionYears } = await loadSettings(req, {})
  return {
    linesLately: await read.count('audit-events', { at: { greater_than: since } }),
    yearsKept: auditRetentionYears,
    checkedAt: dayOf(last?.['startedAt']),
    checkedLines: Number(last?.['events'] ?? 0),
    isAltered: last?.['result'] === 'altered',
    notices: String(last?.['notices'] ?? '')
      .split('\n')
      .filter(Boolean).length,
    checkpoint: Number(checkpoint?.['number'] ?? 0),
  }
}

const watchFacts = async (read: Read, since: string, now: string) => {
  const [newest] = await read.many('access-reviews', {}, { sort: '-weekStartsOn', limit: 1 })
  const lastDay = newest?.['weekEndsOn']
  const overdue: Where = { dueAt: { less_than: now } }
  const reviews: TrustFacts['reviews'] = {
    open: await read.count('access-reviews', is('status', 'open')),
    overdue: await read.count('access-reviews', { and: [is('status', 'open'), overdue] }),
    lastWeekEndsOn: isCalendarDate(lastDay) ? formatDate(lastDay) : '',
  }
  const waiting = is('status', 'ended')
  const emergencies: TrustFacts['emergencies'] = {
    lately: await read.count('break-glass-grants', { startedAt: { greater_than: since } }),
    waiting: await read.count('break-glass-grants', waiting),
    overdue: await read.count('break-glass-grants', { and: [waiting, overdue] }),
  }
  return { reviews, emergencies }
}

const keptFacts = async (req: PayloadRequest, read: Read) => {
  const slugs = req.payload.config.collections.map(({ slug }) => slug)
  const [changed] = await read.many(
    'key-rotations',
    { finishedAt: { exists: true } },
    { sort: '-finishedAt', limit: 1 },
  )
  const keys: TrustFacts['keys'] = {
    keptBy: env.KEY_COMMAND ? 'keyService' : 'files',
    inUse: await read.count('data-keys', { retiredAt: { exists: false } }),
    lastChangedAt: dayOf(changed?.['finishedAt']),
  }
  const sealed: TrustFacts['sealed'] = {
    kinds: slugs.filter((slug) => sealPlanOf(slug)).length,
    files: slugs.filter((slug) => filePlanOf(slug)).length,
  }
  const retention: TrustFacts['retention'] = {
    rules: await read.count('retention-rules', {}),
    listsOpen: await read.count('destruction-lists', { status: { in: ['open', 'half'] } }),
    listsDone: await read.count('destruction-lists', is('status', 'done')),
    holds: await read.count('legal-holds', is('status', 'active')),
  }
  return { keys, sealed, retention }
}

const outFacts = async (read: Read, since: string, now: string) => {
  const lately = { greater_than: since }
  const exports: TrustFacts['exports'] = {
    lately: await read.count('audit-events', {
      and: [is('action', 'export'), is('outcome', 'done'), { at: lately }],
    }),
    disclosures: await read.count('disclosures', {
      and: [is('status', 'sent'), { sentAt: lately }],
    }),
    releasesInForce: await read.count('releases', is('status', 'active')),
  }
  const today = practiceToday()
  const open = is('status', 'open')
  const late: Where = { and: [open, { dueOn: { less_than: today } }] }
  const both = async (where: Where): Promise<number> =>
    (await read.count('record-requests', where)) + (await read.count('amendment-requests', where))
  const inForce: Where[] = [{ revokedAt: { exists: false } }, { expiresAt: { greater_than: now } }]
  const clients: TrustFacts['clients'] = {
    active: await read.count('api-clients', is('isActive', true)),
    keys: await read.count('api-keys', { and: inForce }),
    unused: await read.count('api-keys', { and: [...inForce, { lastUsedAt: { exists: false } }] }),
  }
  return { exports, requests: { open: await both(open), overdue: await both(late) }, clients }
}

const sessionFacts = async (read: Read, now: string): Promise<TrustFacts['sessions']> => {
  const open = (surface: string): Promise<number> =>
    read.count('auth-sessions', {
      and: [
        is('surface', surface),
        { revokedAt: { exists: false } },
        { absoluteExpiresAt: { greater_than: now } },
      ],
    })
  return { staff: await open('staff'), portal: await open('portal') }
}

/** The questions of reviewers with their answers as the records stand now; counts alone, nobody is named. */
export const readTrust = async (req: PayloadRequest): Promise<TrustGroup[]> => {
  const read = factReader(req)
  const wall = clock.wall()
  const now = wall.toISOString()
  const since = new Date(wall.getTime() - latelyDays * dayMs).toISOString()
  return trustAnswers({
    staff: await staffFacts(read),
    signIn: await signInSettings(req.payload),
    sessions: await sessionFacts(read, now),
    log: await logFacts(req, read, since),
    ...(await watchFacts(read, since, now)),
    ...(await keptFacts(req, read)),
    ...(await outFacts(read, since, now)),
    minors: { states: new Set(MINOR_CONSENT_LAWS.map(({ state }) => state)).size },
    server: { isHttps: env.SERVER_URL.startsWith('https:'), isDemo: env.DEMO },
  })
}

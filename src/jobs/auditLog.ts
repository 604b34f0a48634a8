import type { BasePayload } from 'payload'
import { asSystem } from '@/access/asSystem'
import { ensureTask } from '@/collections/system/ensureTask'
import { addCheckpoint, newestCheckpoint } from '@/hooks/audit/checkpoints'
import { letGoOldDays } from '@/hooks/audit/letGo'
import { mendSubjects } from '@/hooks/audit/mendSubjects'
import type { Problem } from '@/hooks/audit/problems'
import { chainsWithoutEnd, walkChain } from '@/hooks/audit/sealChains'
import { type Verification, verifyLog } from '@/hooks/audit/verify'
import { audit } from '@/hooks/audit/writer'
import { loadSettings } from '@/hooks/loadSettings'
import { countOf } from '@/src/domain/countOf'
import { clock } from '@/src/lib/clock'

const hour = 3_600_000
const day = 24 * hour
const listed = 50
/** Pages wait at most a few hundredths of a second for a check that runs beside them. */
const shareOfCheck = 1 / 4

const dayBefore = (days: number): string =>
  new Date(clock.wall().getTime() - days * day).toISOString().slice(0, 10)

/**
 * Signs the end of every chain whose process ended without doing so, and that the log was idle where
 * nothing happened for an hour. A chain that does not hold is left for the check to report.
 */
export const checkpointLog = async (payload: BasePayload): Promise<string> => {
  let ended = 0
  for (const chain of await chainsWithoutEnd(payload, dayBefore(8))) {
    const { problems, lastSeq, lastHash } = await walkChain(payload, chain)
    if (problems.length) continue
    await addCheckpoint(payload, { kind: 'closed', chainId: chain.chainId, lastSeq, lastHash })
    ended += 1
  }
  const newest = await newestCheckpoint(payload)
  const age = newest ? clock.wall().getTime() - new Date(newest.at).getTime() : hour
  if (age >= hour) await addCheckpoint(payload, { kind: 'idle' })
  return `${ended} chains ended`
}

const linesOf = (problems: readonly Problem[]): string =>
  problems
    .slice(0, listed)
    .map(({ day: on, message }) => (on ? `${on}: ${message}` : message))
    .join('\n')

const tellCompliance = async (
  payload: BasePayload,
  { problems, problemCount, notices }: Verification,
): Promise<void> => {
  const setBack = notices.filter(({ kind }) => kind === 'database-set-back')
  const [first] = [...problems, ...setBack]
  if (!first) return
  const system = await asSystem(payload, 'Check of the access log')
  const isAltered = problemCount > 0
  await ensureTask(system, {
    uniqueKey: `audit-check|${first.kind}|${first.chainId}|${first.seq}|${first.message}`.slice(
      0,
      250,
    ),
    title: isAltered
      ? `The access log was altered: ${countOf(problemCount, 'finding')}. Open Access log, then the checks.`
      : 'The database was set back to an older state. Write down why, and open Access log for what is gone.',
    kind: 'audit',
    assignedRole: 'compliance',
    dueAt: new Date(clock.now().getTime() + day),
    isUrgent: isAltered,
    closesOnlyBy: ['compliance', 'owner'],
  })
}

/** Lets go of days of the log that are older than the practice keeps them. */
export const letGoOfOldLog = async (payload: BasePayload): Promise<string> => {
  const system = await asSystem(payload, 'Keep the access log as long as the practice decided')
  const { auditRetentionYears } = await loadSettings(system.req, {})
  const { days, events, problems } = await letGoOldDays(payload, auditRetentionYears)
  for (const { message } of problems.slice(0, 1)) {
    payload.logger.error({ msg: 'A day of the access log does not hold and stays', first: message })
  }
  if (days) {
    await audit(system.req, {
      action: 'let-go',
      outcome: 'done',
      collection: 'audit-events',
      reason: `${days} days, ${events} events, older than ${auditRetentionYears} years`,
    })
  }
  return `${countOf(days, 'day')} let go`
}

/** Checks the log, keeps what was found where compliance sees it, and calls them where it does not hold. */
export const checkLog = async (
  payload: BasePayload,
  extent: 'recent' | 'whole',
): Promise<Verification> => {
  const startedAt = clock.wall().toISOString()
  const found = await verifyLog(payload, {
    fromDay: extent === 'recent' ? dayBefore(2) : undefined,
    share: shareOfCheck,
  })
  await payload.db.create({
    collection: 'audit-verifications',
    data: {
      startedAt,
      finishedAt: clock.wall().toISOString(),
      extent: extent === 'recent' ? 'last three days' : 'whole log',
      result: found.problemCount ? 'altered' : 'holds',
      events: found.events,
      checkpoints: found.checkpoints,
      verifiedUpTo: found.problemCount ? null : found.upTo || startedAt,
      problemCount: found.problemCount,
      problems: linesOf(found.problems),
      notices: linesOf(found.notices),
    },
  })
  if (found.problemCount) {
    payload.logger.error({
      msg: 'The access log was altered',
      count: found.problemCount,
      first: found.problems[0]?.message,
    })
  }
  await tellCompliance(payload, found)
  return found
}

/** Checks the log and mends the index that finds a patient's lines in it. */
export const checkLogSummary = async (
  payload: BasePayload,
  extent: 'recent' | 'whole',
): Promise<string> => {
  const { events, problemCount } = await checkLog(payload, extent)
  await mendSubjects(payload, extent === 'recent' ? dayBefore(2) : '')
  return `${events} events, ${problemCount} findings`
}

import type { BasePayload } from 'payload'
import { seedMeasures } from '@/collections/records/assessment/seedMeasures'
import { seedRetentionRules } from '@/collections/records/retention/seedRetentionRules'
import { closeAuditChain } from '@/hooks/audit/writer'
import { guardRevisions } from '@/hooks/revision'
import { resumeDemoTime } from './demo/demoClock'
import { checkKeys } from './lib/checkKeys'
import { runSql } from './lib/database'
import { env, isMongo } from './lib/env'
import { keepStatistics } from './lib/keepStatistics'
import { indexLimiters } from './lib/limiters'
import { setPracticeZone } from './lib/practiceZone'

const appendOnly = "BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END"

// A day may go once a checkpoint says that it was checked and let go.
const isLetGo =
  "EXISTS (SELECT 1 FROM audit_checkpoints WHERE kind = 'pruned' AND day = substr(OLD.chain_id, 1, 10))"

const triggers: readonly (readonly [name: string, on: string])[] = [
  ['audit_events_no_update', 'BEFORE UPDATE ON audit_events'],
  ['audit_events_no_delete', `BEFORE DELETE ON audit_events WHEN NOT ${isLetGo}`],
  ['audit_checkpoints_no_update', 'BEFORE UPDATE ON audit_checkpoints'],
  ['audit_checkpoints_no_delete', 'BEFORE DELETE ON audit_checkpoints'],
]

const refuseChanges = async (payload: BasePayload): Promise<void> => {
  const found = (await runSql(
    payload,
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
  )) as { name: string; sql: string }[] // the two columns selected
  for (const [name, on] of triggers) {
    const sql = `CREATE TRIGGER ${name} ${on} ${appendOnly}`
    if (found.some((each) => each.name === name && each.sql === sql)) continue
    await runSql(payload, `DROP TRIGGER IF EXISTS ${name}`)
    await runSql(payload, sql)
  }
}

/** The chain of the access log ends in order when the process does. */
const closeLogAtTheEnd = (payload: BasePayload): void => {
  const destroy = payload.destroy.bind(payload)
  payload.destroy = async () => {
    await closeAuditChain(payload)
    await destroy()
  }
}

/** Everything a process needs once before it answers. */
export const prepareProcess = async (payload: BasePayload): Promise<void> => {
  await checkKeys(payload)
  guardRevisions(payload)
  closeLogAtTheEnd(payload)
  if (!isMongo) await refuseChanges(payload)
  await indexLimiters(payload)
  await keepStatistics(payload)
  const practice = (await payload.db.findGlobal({ slug: 'practice' })) as {
    timeZone?: string
  } | null // read by name
  if (practice?.timeZone) setPracticeZone(practice.timeZone)
  await seedMeasures(payload)
  await seedRetentionRules(payload)
  if (env.DEMO) await resumeDemoTime(payload)
}

import type { BasePayload } from 'payload'
import { seedMeasures } from '@/collections/records/assessment/seedMeasures'
import { guardRevisions } from '@/hooks/revision'
import { resumeDemoTime } from '../demo/demoClock'
import { runSql } from './database'
import { env, isMongo } from './env'
import { keepStatistics } from './keepStatistics'
import { setPracticeZone } from './practiceZone'

const refuseChanges = async (payload: BasePayload): Promise<void> => {
  for (const verb of ['UPDATE', 'DELETE']) {
    await runSql(
      payload,
      `CREATE TRIGGER IF NOT EXISTS audit_events_no_${verb.toLowerCase()} BEFORE ${verb} ON audit_events BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END`,
    )
  }
}

/** Everything a process needs once before it answers. */
export const prepareProcess = async (payload: BasePayload): Promise<void> => {
  guardRevisions(payload)
  if (!isMongo) await refuseChanges(payload)
  await keepStatistics(payload)
  const practice = (await payload.db.findGlobal({ slug: 'practice' })) as {
    timeZone?: string
  } | null // read by name
  if (practice?.timeZone) setPracticeZone(practice.timeZone)
  await seedMeasures(payload)
  if (env.DEMO) await resumeDemoTime(payload)
}

import type { BasePayload } from 'payload'
import { runSql } from './database'
import { isMongo } from './env'

// Rows looked at per index; enough to tell a caseload from a whole table (sqlite.org/lang_analyze.html).
const analysisLimit = 1000

/**
 * Tells SQLite how its rows are spread. Without it the status of a patient looks as selective as an id,
 * and a clinician's list walks through everybody's. Costs milliseconds; does nothing on MongoDB.
 */
export const keepStatistics = async (payload: BasePayload): Promise<void> => {
  if (isMongo) return
  await runSql(payload, `PRAGMA analysis_limit = ${analysisLimit}`)
  // `PRAGMA optimize` would look only at tables that this connection has read already.
  await runSql(payload, 'ANALYZE')
}

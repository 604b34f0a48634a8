import type { BasePayload } from 'payload'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterMongo,
} from 'rate-limiter-flexible'
import { isMongo } from './env'

/** Where is counted: what can be guessed at, and how often something is called. */
type Table = 'attempts' | 'rate-limits'

type Options = { keyPrefix: string; points: number; duration: number }

type Connection = {
  getClient: () => unknown
  db?: { databaseName: string }
}

const shared = (payload: BasePayload, table: Table, options: Options): RateLimiterMongo => {
  const { connection } = payload.db as unknown as { connection: Connection } // mongoose adapter
  return new RateLimiterMongo({
    ...options,
    storeClient: connection.getClient(),
    dbName: connection.db?.databaseName,
    tableName: table,
    disableIndexesCreation: true,
    // Calls go on while the database does not answer; guesses wait until it does.
    ...(table === 'rate-limits' ? { insuranceLimiter: new RateLimiterMemory(options) } : {}),
  })
}

/** On MongoDB all servers count together; on SQLite there is one, and it counts in memory. */
export const makeLimiter = (
  payload: BasePayload,
  table: Table,
  options: Options,
): RateLimiterAbstract =>
  isMongo ? shared(payload, table, options) : new RateLimiterMemory(options)

/** Makes the indexes by which is counted, once, before anything is. */
export const indexLimiters = async (payload: BasePayload): Promise<void> => {
  if (!isMongo) return
  for (const table of ['attempts', 'rate-limits'] as const)
    await shared(payload, table, { keyPrefix: '', points: 1, duration: 1 }).createIndexes()
}

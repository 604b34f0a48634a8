import type { BasePayload } from 'payload'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterMongo,
} from 'rate-limiter-flexible'
import { isMongo } from './env'
import { globalState } from './globalState'

export type Limit = {
  /** What is counted, such as `api-key`. */
  name: string
  points: number
  seconds: number
}

export type Counted = {
  isWithin: boolean
  limit: number
  remaining: number
  /** Seconds until it is counted from nothing again. */
  resetSeconds: number
  /** True for the one that went over; false for those after it. */
  isFirstBeyond: boolean
}

const limiters = globalState('rate-limits', () => new Map<string, RateLimiterAbstract>())

type Connection = {
  getClient: () => unknown
  db?: { databaseName: string }
}

type Options = { keyPrefix: string; points: number; duration: number }

const shared = (payload: BasePayload, options: Options): RateLimiterMongo => {
  const { connection } = payload.db as unknown as { connection: Connection } // mongoose adapter
  return new RateLimiterMongo({
    ...options,
    storeClient: connection.getClient(),
    dbName: connection.db?.databaseName,
    tableName: 'rate-limits',
    disableIndexesCreation: true,
    insuranceLimiter: new RateLimiterMemory(options),
  })
}

/** Makes the indexes by which calls are counted once, before any is. */
export const indexRateLimits = async (payload: BasePayload): Promise<void> => {
  if (isMongo) await shared(payload, { keyPrefix: '', points: 1, duration: 1 }).createIndexes()
}

// On MongoDB all servers count together; SQLite has one process.
const makeLimiter = (payload: BasePayload, { name, points, seconds }: Limit) => {
  const options = { points, duration: seconds, keyPrefix: `${name}|${points}|${seconds}` }
  return isMongo ? shared(payload, options) : new RateLimiterMemory(options)
}

const limiterFor = (payload: BasePayload, limit: Limit): RateLimiterAbstract => {
  const key = `${limit.name}|${limit.points}|${limit.seconds}`
  const known = limiters.get(key)
  if (known) return known
  const made = makeLimiter(payload, limit)
  limiters.set(key, made)
  return made
}

type Result = { remainingPoints: number; msBeforeNext: number; consumedPoints: number }

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'msBeforeNext' in value

/** Counts one event of `key` against a limit and says where it stands. */
export const countAgainst = async (
  payload: BasePayload,
  limit: Limit,
  key: string,
): Promise<Counted> => {
  const answer = (result: Result, isWithin: boolean): Counted => ({
    isWithin,
    limit: limit.points,
    remaining: Math.max(0, result.remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
    isFirstBeyond: !isWithin && result.consumedPoints === limit.points + 1,
  })
  try {
    return answer(await limiterFor(payload, limit).consume(key), true)
  } catch (exceeded) {
    if (!isResult(exceeded)) throw exceeded
    return answer(exceeded, false)
  }
}

import type { BasePayload } from 'payload'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { globalState } from './globalState'
import { makeLimiter } from './limiters'

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

const limiterFor = (
  payload: BasePayload,
  { name, points, seconds }: Limit,
): RateLimiterAbstract => {
  const keyPrefix = `${name}|${points}|${seconds}`
  const known = limiters.get(keyPrefix)
  if (known) return known
  const made = makeLimiter(payload, 'rate-limits', { keyPrefix, points, duration: seconds })
  limiters.set(keyPrefix, made)
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

import type { BasePayload, PayloadRequest } from 'payload'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { type AttemptRule, attemptDelay } from '../domain/signIn/attemptDelay'
import { Refusal } from './errors'
import { globalState } from './globalState'
import { keyedHash } from './keyedHash'
import { makeLimiter } from './limiters'

type Kind = AttemptRule & {
  /** How long an attempt counts, in seconds. */
  memorySeconds: number
}

const quarter = 15 * 60
const day = 24 * 3600

/** What can be guessed at, and how patient the product is with it. */
const kinds = {
  // Per account, from browsers that never signed in to it; the owner's own browser counts apart.
  'sign-in-staff': { free: 5, firstSeconds: 2, longestSeconds: 300, memorySeconds: day },
  'sign-in-portal': { free: 5, firstSeconds: 2, longestSeconds: 60, memorySeconds: day },
  'known-browser': { free: 8, firstSeconds: 2, longestSeconds: 60, memorySeconds: quarter },
  // Per address on the network, whatever the account.
  network: { free: 60, firstSeconds: 5, longestSeconds: 300, memorySeconds: quarter },
  // The password is known by then: five tries, then a cool-down.
  factor: { free: 5, firstSeconds: 30, longestSeconds: 1800, memorySeconds: day },
  'step-up': { free: 5, firstSeconds: 30, longestSeconds: 900, memorySeconds: day },
  link: { free: 10, firstSeconds: 5, longestSeconds: 300, memorySeconds: quarter },
  'forgot-account': { free: 3, firstSeconds: 600, longestSeconds: 3600, memorySeconds: day },
  'forgot-network': { free: 20, firstSeconds: 30, longestSeconds: 600, memorySeconds: quarter },
} as const satisfies Record<string, Kind>

export type AttemptKind = keyof typeof kinds

type Pair = { counter: RateLimiterAbstract; gate: RateLimiterAbstract }

const pairs = globalState('attempts', () => new WeakMap<BasePayload, Map<AttemptKind, Pair>>())

const limiter = (payload: BasePayload, keyPrefix: string, duration: number): RateLimiterAbstract =>
  makeLimiter(payload, 'attempts', { keyPrefix, points: 1, duration })

const pairFor = (payload: BasePayload, kind: AttemptKind): Pair => {
  const known = pairs.get(payload) ?? new Map<AttemptKind, Pair>()
  pairs.set(payload, known)
  const pair = known.get(kind) ?? {
    counter: limiter(payload, `${kind}-count`, kinds[kind].memorySeconds),
    gate: limiter(payload, `${kind}-gate`, 1),
  }
  known.set(kind, pair)
  return pair
}

// Addresses and accounts are told apart, not kept.
const hidden = (key: string): string => keyedHash('attempt', key).slice(0, 32)

const waitIn = (exceeded: unknown): number => {
  if (exceeded instanceof Error) throw exceeded
  const { msBeforeNext } = exceeded as { msBeforeNext?: number } // what a full limiter throws
  return Math.max(1, Math.ceil((msBeforeNext ?? 1000) / 1000))
}

/**
 * Counts an attempt before it is looked at; answers the seconds to wait when it comes too early, else 0.
 * An early one does not count, and of many that come at once one goes on.
 */
export const secondsToWait = async (
  payload: BasePayload,
  kind: AttemptKind,
  key: string,
): Promise<number> => {
  const { counter, gate } = pairFor(payload, kind)
  const name = hidden(key)
  const { consumedPoints } = await counter.penalty(name)
  const delay = attemptDelay(kinds[kind], consumedPoints)
  if (!delay) return 0
  try {
    await gate.consume(name, 1, { customDuration: delay })
    return 0
  } catch (exceeded) {
    await counter.reward(name)
    return waitIn(exceeded)
  }
}

const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`

/** The refusal of an attempt that came too early; the answer says when the next one counts. */
export const tooMany = (req: PayloadRequest, seconds: number): Refusal => {
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', String(seconds))
  return new Refusal('too-many', `Too many tries. Wait ${inWords(seconds)}, then try again.`)
}

/** Throws a Refusal (429 with Retry-After) when an attempt comes too early. */
export const countAttempt = async (
  req: PayloadRequest,
  kind: AttemptKind,
  key: string,
): Promise<void> => {
  const seconds = await secondsToWait(req.payload, kind, key)
  if (seconds) throw tooMany(req, seconds)
}

/** An attempt was right: what failed before it counts no more. */
export const forgetAttempts = async (
  payload: BasePayload,
  kind: AttemptKind,
  key: string,
): Promise<void> => {
  const { counter, gate } = pairFor(payload, kind)
  await counter.delete(hidden(key))
  await gate.delete(hidden(key))
}

/** An attempt was right, where others may go on to fail: only this one is taken back. */
export const takeBackAttempt = async (
  payload: BasePayload,
  kind: AttemptKind,
  key: string,
): Promise<void> => {
  await pairFor(payload, kind).counter.reward(hidden(key))
}

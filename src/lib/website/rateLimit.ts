import { isIP } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { callerAddress } from '../callerAddress'
import { hmac, randomToken } from '../crypto'
import { globalState } from '../globalState'

const hourSeconds = 3600

type State = { limiters: Map<string, RateLimiterMemory>; salt: string }

// Addresses are kept for an hour, in memory, under a salt that ends with the process.
const state = globalState(
  'website-rate-limit',
  (): State => ({ limiters: new Map(), salt: randomToken() }),
)

const limiterFor = (name: string, points: number): RateLimiterMemory => {
  const key = `${name}|${points}`
  const known = state.limiters.get(key)
  if (known) return known
  const limiter = new RateLimiterMemory({ points, duration: hourSeconds, keyPrefix: key })
  state.limiters.set(key, limiter)
  return limiter
}

/** The network a request came from: three parts of an IPv4 address, four of an IPv6 one. */
export const networkOf = (headers: Headers): string => {
  const given = callerAddress(headers)
  if (isIP(given) === 4) return given.split('.').slice(0, 3).join('.')
  if (isIP(given) === 6) return given.split(':').slice(0, 4).join(':')
  return 'unknown'
}

const isWithin = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
  try {
    await limiter.consume(key)
    return true
  } catch (exceeded) {
    if (exceeded instanceof Error) throw exceeded
    return false
  }
}

/** Counts one sent form; false when its network, or the form as a whole, sent too many this hour (R100). */
export const countSubmission = async ({
  form,
  network,
  perNetwork,
  perForm,
}: {
  form: string
  network: string
  perNetwork: number
  perForm: number
}): Promise<boolean> => {
  const place = hmac(state.salt, network)
  if (!(await isWithin(limiterFor(`${form}|network`, perNetwork), place))) return false
  return isWithin(limiterFor(`${form}|all`, perForm), 'all')
}

/** Forgets what was counted; for tests. */
export const forgetRates = (): void => state.limiters.clear()

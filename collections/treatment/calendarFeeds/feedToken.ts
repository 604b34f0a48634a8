import type { PayloadRequest } from 'payload'
import { randomToken } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'
import { keyedHash } from '@/src/lib/keyedHash'

/** Only this is kept of the word in a feed's address. */
export const hashFeedToken = (token: string): string => keyedHash('calendar-feed', token)

// An address is known to the one request that made it and to nobody afterwards.
const shownOnce = new WeakMap<PayloadRequest, string>()

/** Makes up the address of a feed; answers the hash to keep. */
export const newFeedToken = (req: PayloadRequest): string => {
  const token = randomToken()
  shownOnce.set(req, `${env.SERVER_URL}/api/calendar-feeds/read/${token}`)
  return hashFeedToken(token)
}

export const feedAddress = (req: PayloadRequest): string | null => shownOnce.get(req) ?? null

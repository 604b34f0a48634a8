import { lookup } from 'node:dns'
import { lookup as resolved } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, request } from 'undici'
import { addressIn, isAllowedAddress, isPublicAddress } from '../allowedAddresses'

export type OutgoingProblem =
  /** The name leads to an address inside, such as a private network. */
  | 'inside-address'
  /** Only https may leave, except into an allowed network. */
  | 'not-encrypted'
  | 'unknown-name'
  | 'redirect'
  | 'timeout'
  | 'no-connection'

export class OutgoingError extends Error {
  constructor(readonly problem: OutgoingProblem) {
    super(`The call was not made: ${problem}.`)
  }
}

type Posted = {
  url: string
  headers: Record<string, string>
  body: string
  /** Networks that may be reached although they are not public; none when empty. */
  allowedNetworks: string
  timeoutMs: number
}

const isListed = (address: string, allowedNetworks: string): boolean =>
  allowedNetworks.trim() !== '' && isAllowedAddress(address, allowedNetworks)

/** Whether a host, written as an address or as a name, lies in the opened networks with all its addresses. */
export const isInside = async (hostname: string, allowedNetworks: string): Promise<boolean> => {
  const host = addressIn(hostname)
  const found = ipaddr.isValid(host)
    ? [{ address: host }]
    : await resolved(host, { all: true }).catch(() => [])
  return found.length > 0 && found.every(({ address }) => isListed(address, allowedNetworks))
}

/** Throws unless the address may be called; http only into a network that was opened. */
const check = (address: string, { url, allowedNetworks }: Posted): void => {
  if (isListed(address, allowedNetworks)) return
  if (!isPublicAddress(address)) throw new OutgoingError('inside-address')
  if (new URL(url).protocol !== 'https:') throw new OutgoingError('not-encrypted')
}

/**
 * Resolves a name and connects to the very addresses that were checked: a name that answers something else
 * the second time gains nothing.
 */
const checkedLookup =
  (posted: Posted): LookupFunction =>
  (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(new OutgoingError('unknown-name'), '', 0)
      try {
        for (const { address } of addresses) check(address, posted)
      } catch (refused) {
        return done(refused as Error, '', 0)
      }
      const [first] = addresses
      if (!first) return done(new OutgoingError('unknown-name'), '', 0)
      if (options.all) return done(null, addresses)
      done(null, first.address, first.family)
    })
  }

const problemOf = (error: unknown): OutgoingError => {
  if (error instanceof OutgoingError) return error
  const { cause, name, code } = error as { cause?: unknown; name?: string; code?: string } // of undici or of Node
  if (cause instanceof OutgoingError) return cause
  const isLate = name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT/.test(code ?? '')
  return new OutgoingError(isLate ? 'timeout' : 'no-connection')
}

/**
 * Posts to an address somebody typed in and answers the status; what comes back is not read. Addresses are
 * checked after resolving, redirects are not followed, and the whole takes no longer than `timeoutMs`.
 * Throws an OutgoingError.
 */
export const postOutside = async (posted: Posted): Promise<number> => {
  const { url, headers, body, timeoutMs } = posted
  const host = addressIn(new URL(url).hostname)
  // A name is checked when it is looked up; a written address is never looked up.
  if (ipaddr.isValid(host)) check(host, posted)
  const dispatcher = new Agent({
    connect: { lookup: checkedLookup(posted), timeout: timeoutMs },
    maxHeaderSize: 16_384,
  })
  try {
    const answer = await request(url, {
      method: 'POST',
      headers,
      body,
      dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    })
    answer.body.on('error', () => undefined)
    answer.body.destroy()
    if (answer.statusCode >= 300 && answer.statusCode < 400) throw new OutgoingError('redirect')
    return answer.statusCode
  } catch (error) {
    throw problemOf(error)
  } finally {
    await dispatcher.destroy().catch(() => undefined)
  }
}

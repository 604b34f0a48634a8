import type { AuthStrategy, BasePayload } from 'payload'
import { isAllowedAddress } from '@/src/lib/allowedAddresses'
import { callerAddress } from '@/src/lib/callerAddress'
import { clock } from '@/src/lib/clock'
import { keyedHash } from '@/src/lib/keyedHash'
import { plainRows } from '@/src/lib/plainRows'
import { stampSession } from '../principal'

/** Keys look like `tops_<prefix>_<secret>`; only their HMAC is kept. */
export const hashApiKey = (key: string): string => keyedHash('api-key', key)

/** What a request shows as its key: the word after Bearer, whatever it is; null without one. */
export const apiKeyIn = (headers: Headers): string | null => {
  const given = headers.get('authorization') ?? ''
  return given.match(/^(?:Bearer|api-clients API-Key)\s+(\S+)\s*$/i)?.[1] ?? null
}

type KeyRow = {
  id: string
  client: string
  prefix: string
  expiresAt?: string | null
  revokedAt?: string | null
  lastUsedAt?: string | null
} & Record<string, unknown>

type ClientRow = {
  id: string
  name: string
  owner?: string | null
  isActive?: boolean | null
  allowedAddresses?: string | null
  callsPerMinute?: number | null
} & Record<string, unknown>

export type KeyProblem =
  | 'unknown'
  | 'revoked'
  | 'expired'
  | 'client-stopped'
  | 'nobody-answers'
  | 'wrong-address'

export type KeyVerdict =
  | { isAccepted: true; key: KeyRow; client: ClientRow; address: string }
  | {
      isAccepted: false
      problem: KeyProblem
      status: 401 | 403
      message: string
      client: ClientRow | null
    }

const dayOf = (instant: unknown): string => String(instant ?? '').slice(0, 10)

/** Why a key that is known does not open anything now; null when it does. */
const problemOf = (
  { key, client, owner }: { key: KeyRow; client: ClientRow; owner: { isActive?: unknown } | null },
  address: string,
): { problem: KeyProblem; message: string } | null => {
  const named = `The key tops_${key.prefix}… of "${client.name}"`
  if (key.revokedAt) {
    const message = `${named} was revoked on ${dayOf(key.revokedAt)}. Ask the practice for a new one.`
    return { problem: 'revoked', message }
  }
  if (!key.expiresAt || new Date(key.expiresAt) <= clock.wall()) {
    const message = `${named} ended on ${dayOf(key.expiresAt)}. Ask the practice for a new one.`
    return { problem: 'expired', message }
  }
  if (client.isActive !== true) {
    const message = `The practice stopped the client "${client.name}". Ask it to make a new key.`
    return { problem: 'client-stopped', message }
  }
  if (owner?.isActive !== true) {
    const message = `Nobody at the practice answers for "${client.name}" any more. Ask an owner there to take it over.`
    return { problem: 'nobody-answers', message }
  }
  if (!isAllowedAddress(address, client.allowedAddresses ?? '')) {
    const from = address || 'an unknown address'
    const message = `${named} may not be used from ${from}. Ask the practice to allow this address.`
    return { problem: 'wrong-address', message }
  }
  return null
}

/** Whose key it is and whether it opens anything now; asked anew with every request. */
export const judgeApiKey = async (
  payload: BasePayload,
  headers: Headers,
): Promise<KeyVerdict | null> => {
  const given = apiKeyIn(headers)
  if (!given) return null
  const one = async <T extends Record<string, unknown>>(
    slug: string,
    column: string,
    value: unknown,
  ): Promise<T | null> => {
    const values = value ? [String(value)] : []
    return (await plainRows<T>(payload, { slug, column, values }))[0] ?? null
  }
  const key = await one<KeyRow>('api-keys', 'keyHash', hashApiKey(given))
  const client = await one<ClientRow>('api-clients', 'id', key?.client)
  if (!key || !client) {
    const message = 'This key is not known here. Copy it again, or ask the practice for a new one.'
    return { isAccepted: false, problem: 'unknown', status: 401, message, client: null }
  }
  const owner = await one<{ isActive?: boolean }>('staff', 'id', client.owner)
  const address = callerAddress(headers)
  const found = problemOf({ key, client, owner }, address)
  if (!found) return { isAccepted: true, key, client, address }
  const status = found.problem === 'wrong-address' ? 403 : 401
  return { isAccepted: false, ...found, status, client }
}

/** Who calls with a key; what is wrong with one is answered before (src/lib/http/apiKeyGate.ts). */
export const apiKeyStrategy: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    const verdict = await judgeApiKey(payload, headers)
    if (!verdict?.isAccepted) return { user: null }
    return {
      user: stampSession(
        { ...verdict.client, collection: 'api-clients', _strategy: 'api-key' },
        {
          sessionId: `key:${verdict.key.id}`,
          mfaAt: null,
          passwordAt: null,
          surface: 'apiClient',
        },
      ) as never, // one of the auth collections
    }
  },
}

import type { BasePayload, PayloadRequest } from 'payload'
import type { Surface } from '@/access/session/cookies'
import { clock } from '@/src/lib/clock'
import { hmac, randomToken, sha256 } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'

export type TokenPurpose = 'invite' | 'reset'

type TokenRow = {
  id: string
  nonce: string
  purpose: TokenPurpose
  surface: Surface
  userId: string
  expiresAt: string
  usedAt?: string | null
}

const minutes: Readonly<Record<`${TokenPurpose}-${Surface}`, number>> = {
  'invite-staff': 3 * 24 * 60,
  'invite-portal': 7 * 24 * 60,
  'reset-staff': 30,
  'reset-portal': 30,
}

// Derived, not stored: the row alone opens nothing without the product's secret.
const tokenOf = (nonce: string): string =>
  `${nonce}.${hmac(env.PAYLOAD_SECRET ?? 'development', `link|${nonce}`)}`

type NewToken = {
  purpose: TokenPurpose
  surface: Surface
  userId: string
  /** The link is made in this request's transaction, so that it goes where the mail about it goes. */
  req?: PayloadRequest
}

/** Makes a single-use link for a user; answers the row's id. */
export const issueToken = async (
  payload: BasePayload,
  { purpose, surface, userId, req }: NewToken,
): Promise<string> => {
  const nonce = randomToken(24)
  const lifetime = minutes[`${purpose}-${surface}`] * 60_000
  const row = await payload.db.create({
    collection: 'auth-tokens',
    req,
    data: {
      nonce,
      purpose,
      surface,
      userId,
      tokenHash: sha256(tokenOf(nonce)),
      expiresAt: new Date(clock.wall().getTime() + lifetime).toISOString(),
      usedAt: null,
    },
  })
  return String(row.id)
}

/** Where the link leads. The token is in the fragment, so it is in no log and no referrer. */
export const linkFor = async (payload: BasePayload, tokenId: string): Promise<string> => {
  const row = await payload.db.findOne<TokenRow>({
    collection: 'auth-tokens',
    where: { id: { equals: tokenId } },
  })
  if (!row) return ''
  const page = row.surface === 'portal' ? '/portal/welcome' : '/staff/welcome'
  return `${env.SERVER_URL}${page}#${tokenOf(row.nonce)}`
}

/** Uses a token up. Null when it is unknown, over, or was used before; of two racers one gets it. */
export const spendToken = async (
  payload: BasePayload,
  token: string,
  surface: Surface,
): Promise<{ userId: string; purpose: TokenPurpose } | null> => {
  const wall = clock.wall()
  const row = await payload.db.findOne<TokenRow>({
    collection: 'auth-tokens',
    where: { tokenHash: { equals: sha256(token) } },
  })
  if (!row || row.usedAt || row.surface !== surface || new Date(row.expiresAt) <= wall) return null
  const won = await payload.db.updateOne({
    collection: 'auth-tokens',
    where: { and: [{ id: { equals: row.id } }, { usedAt: { exists: false } }] },
    data: { usedAt: wall.toISOString() },
    options: { atomic: true },
  } as Parameters<typeof payload.db.updateOne>[0]) // `options.atomic` is not in the published type
  return won ? { userId: row.userId, purpose: row.purpose } : null
}

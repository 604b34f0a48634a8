import type { BasePayload, PayloadRequest } from 'payload'
import type { Surface } from '@/access/session/cookies'
import { changeIf } from '@/src/lib/changeIf'
import { clock } from '@/src/lib/clock'
import { randomToken, sha256 } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'
import { keyedHash } from '@/src/lib/keyedHash'

/** `email` proves that a new address is the person's own; `setup` makes the first owner. */
export type TokenPurpose = 'invite' | 'reset' | 'email' | 'setup'

type TokenRow = {
  id: string
  nonce: string
  purpose: TokenPurpose
  surface: Surface
  userId: string
  /** The new address, where the link is about one. */
  email?: string | null
  expiresAt: string
  usedAt?: string | null
}

const minutes: Readonly<Record<`${TokenPurpose}-${Surface}`, number>> = {
  'invite-staff': 3 * 24 * 60,
  'invite-portal': 7 * 24 * 60,
  'reset-staff': 30,
  'reset-portal': 30,
  'setup-staff': 24 * 60,
  // No practice is set up from the portal.
  'setup-portal': 0,
  'email-staff': 60,
  'email-portal': 60,
}

// Derived, not stored: the row alone opens nothing without the product's secret.
const tokenOf = (nonce: string): string => `${nonce}.${keyedHash('link', nonce)}`

type NewToken = {
  purpose: TokenPurpose
  surface: Surface
  userId: string
  email?: string
  /** The link is made in this request's transaction, so that it goes where the mail about it goes. */
  req?: PayloadRequest
}

/** Makes a single-use link for a user; answers the row's id. */
export const issueToken = async (
  payload: BasePayload,
  { purpose, surface, userId, email, req }: NewToken,
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
      email: email ?? null,
      tokenHash: sha256(tokenOf(nonce)),
      expiresAt: new Date(clock.wall().getTime() + lifetime).toISOString(),
      usedAt: null,
    },
  })
  return String(row.id)
}

const pages: Readonly<Record<TokenPurpose, string>> = {
  invite: 'welcome',
  reset: 'welcome',
  email: 'confirm-email',
  setup: 'setup',
}

/** Where the link leads. The token is in the fragment, so it is in no log and no referrer. */
export const linkFor = async (payload: BasePayload, tokenId: string): Promise<string> => {
  const row = await payload.db.findOne<TokenRow>({
    collection: 'auth-tokens',
    where: { id: { equals: tokenId } },
  })
  if (!row) return ''
  return `${env.SERVER_URL}/${row.surface}/${pages[row.purpose]}#${tokenOf(row.nonce)}`
}

export type KnownToken = Pick<TokenRow, 'id' | 'userId' | 'purpose' | 'email'>

/** What a token is for, without using it up. Null when it is unknown, over, or was used before. */
export const readToken = async (
  payload: BasePayload,
  token: string,
  surface: Surface,
): Promise<KnownToken | null> => {
  const row = await payload.db.findOne<TokenRow>({
    collection: 'auth-tokens',
    where: { tokenHash: { equals: sha256(token) } },
  })
  const isOver = !row || row.usedAt || new Date(row.expiresAt) <= clock.wall()
  return isOver || row.surface !== surface ? null : row
}

/** Uses a token up; of two racers one gets it, the other null. */
export const spendToken = async (
  payload: BasePayload,
  token: string,
  surface: Surface,
): Promise<KnownToken | null> => {
  const row = await readToken(payload, token, surface)
  if (!row) return null
  const won = await changeIf(payload, {
    collection: 'auth-tokens',
    where: [{ id: { equals: row.id } }, { usedAt: { exists: false } }],
    data: { usedAt: clock.wall().toISOString() },
  })
  return won ? row : null
}

/** Makes every link of a person useless that was not used yet. */
export const dropTokens = async (
  payload: BasePayload,
  { surface, userId, req }: { surface: Surface; userId: string; req?: PayloadRequest },
): Promise<void> => {
  await payload.db.deleteMany({
    collection: 'auth-tokens',
    where: {
      and: [
        { surface: { equals: surface } },
        { userId: { equals: userId } },
        { usedAt: { exists: false } },
      ],
    },
    req,
  })
}

import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { BasePayload } from 'payload'
import type { SessionRow } from '@/access/session/live'
import { changeIf } from '@/src/lib/changeIf'
import { clock } from '@/src/lib/clock'
import { env } from '@/src/lib/env'
import { type FactorRow, factorsOf, type Owner } from './rows'

const { hostname: rpID, origin } = new URL(env.SERVER_URL)
const challengeMs = 5 * 60_000

/** Keeps what the next answer must have signed, with the session that asked. */
const keepChallenge = (payload: BasePayload, session: SessionRow, challenge: string) =>
  payload.db.updateOne({
    collection: 'auth-sessions',
    id: session.id,
    data: { challenge, challengeAt: clock.wall().toISOString() },
  })

/** Takes it out of the session: an answer works once. Null when there is none or it is too old. */
const takeChallenge = async (payload: BasePayload, session: SessionRow): Promise<string | null> => {
  const { challenge, challengeAt } = session
  if (!challenge || !challengeAt) return null
  if (clock.wall().getTime() - new Date(challengeAt).getTime() > challengeMs) return null
  const won = await changeIf(payload, {
    collection: 'auth-sessions',
    where: [{ id: { equals: session.id } }, { challenge: { equals: challenge } }],
    data: { challenge: null, challengeAt: null },
  })
  return won ? challenge : null
}

const passkeysOf = async (payload: BasePayload, owner: Owner): Promise<FactorRow[]> =>
  (await factorsOf(payload, owner)).filter(({ kind }) => kind === 'passkey')

const named = (rows: readonly FactorRow[]) =>
  rows.map(({ credentialId, transports }) => ({
    id: String(credentialId),
    transports: transports ? transports.split(' ') : undefined,
  }))

/** What the browser needs to make a passkey for this person. */
export const newPasskeyOptions = async (
  payload: BasePayload,
  owner: Owner,
  { session, names }: { session: SessionRow; names: { practice: string; account: string } },
) => {
  const options = await generateRegistrationOptions({
    rpID,
    rpName: names.practice,
    userName: names.account,
    userID: new TextEncoder().encode(`${owner.surface}:${owner.userId}`),
    attestationType: 'none',
    excludeCredentials: named(await passkeysOf(payload, owner)),
    authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
  })
  await keepChallenge(payload, session, options.challenge)
  return options
}

type Answer<Response> = { session: SessionRow; response: Response }

/** Keeps a new passkey that the browser made; false when its answer is not right. */
export const addPasskey = async (
  payload: BasePayload,
  owner: Owner,
  { session, response, label }: Answer<RegistrationResponseJSON> & { label: string },
): Promise<boolean> => {
  const challenge = await takeChallenge(payload, session)
  if (!challenge) return false
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }))
  if (!registrationInfo) return false
  const { credential } = registrationInfo
  const wall = clock.wall().toISOString()
  await payload.db.create({
    collection: 'auth-factors',
    data: {
      ...owner,
      kind: 'passkey',
      label,
      confirmedAt: wall,
      lastUsedAt: wall,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      signCount: credential.counter,
      transports: (credential.transports ?? []).join(' '),
    },
  })
  return true
}

/** What the browser needs to ask for one of the person's passkeys. */
export const passkeyOptions = async (payload: BasePayload, owner: Owner, session: SessionRow) => {
  const options = await generateAuthenticationOptions({
    rpID,
    allowCredentials: named(await passkeysOf(payload, owner)),
    userVerification: 'required',
  })
  await keepChallenge(payload, session, options.challenge)
  return options
}

/** Whether a passkey of this person signed what it was asked to, with the person verified by the device. */
export const isPasskey = async (
  payload: BasePayload,
  owner: Owner,
  { session, response }: Answer<AuthenticationResponseJSON>,
): Promise<boolean> => {
  const challenge = await takeChallenge(payload, session)
  const row = (await passkeysOf(payload, owner)).find(
    ({ credentialId }) => credentialId === response.id,
  )
  if (!challenge || !row) return false
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: String(row.credentialId),
      publicKey: new Uint8Array(Buffer.from(String(row.publicKey), 'base64url')),
      counter: row.signCount ?? 0,
    },
  }).catch(() => ({ verified: false, authenticationInfo: null }))
  if (!verified || !authenticationInfo) return false
  await payload.db.updateOne({
    collection: 'auth-factors',
    id: row.id,
    data: { signCount: authenticationInfo.newCounter, lastUsedAt: clock.wall().toISOString() },
  })
  return true
}

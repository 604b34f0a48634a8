import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { PayloadRequest } from 'payload'
import { surfaces } from '@/access/session/cookies'
import type { SessionRow } from '@/access/session/live'
import { countAttempt, forgetAttempts } from '@/src/lib/attempts'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { audit } from '../audit/writer'
import { isCode } from './code'
import { isPasskey } from './passkey'
import { spendRecoveryCode } from './recovery'
import type { Owner } from './rows'

/** One of the ways in which a person shows a factor. */
export type Shown = {
  code?: string
  recoveryCode?: string
  passkey?: AuthenticationResponseJSON
}

export type ShownMethod = 'code' | 'recovery' | 'passkey'

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** What of a request's body shows a factor; null when nothing does. */
export const shownIn = (body: Readonly<Record<string, unknown>>): Shown | null => {
  if (typeof body['code'] === 'string' && body['code']) return { code: body['code'] }
  if (typeof body['recoveryCode'] === 'string' && body['recoveryCode'])
    return { recoveryCode: body['recoveryCode'] }
  const { passkey } = body
  const isAnswer = isObject(passkey) && isObject((passkey as { response?: unknown }).response)
  return isAnswer ? { passkey: passkey as AuthenticationResponseJSON } : null // its parts are checked by who reads it
}

const sentences: Readonly<Record<ShownMethod, string>> = {
  code: 'That code is not right. Codes change every half minute, and each works once: wait for the next.',
  recovery: 'That recovery code is not right, or it was used before.',
  passkey: 'That passkey could not be checked. Try again, or use a code.',
}

const paths: Readonly<Record<ShownMethod, string>> = {
  code: 'code',
  recovery: 'recoveryCode',
  passkey: 'passkey',
}

const methodOf = (shown: Shown): ShownMethod => {
  if (shown.code) return 'code'
  return shown.recoveryCode ? 'recovery' : 'passkey'
}

const isRight = (
  req: PayloadRequest,
  { owner, session, shown }: { owner: Owner; session: SessionRow; shown: Shown },
): Promise<boolean> => {
  if (shown.code) return isCode(req, owner, shown.code)
  if (shown.recoveryCode) return spendRecoveryCode(req.payload, owner, shown.recoveryCode)
  return shown.passkey
    ? isPasskey(req.payload, owner, { session, response: shown.passkey })
    : Promise.resolve(false)
}

/**
 * Checks a factor and writes on the session that it was shown. Counted: after five that are wrong each
 * next one has to wait. Throws a Refusal, 429 or `code`.
 */
export const showFactor = async (
  req: PayloadRequest,
  given: { owner: Owner; session: SessionRow; shown: Shown; code?: 'step-up' | 'signed-out' },
): Promise<ShownMethod> => {
  const { owner, session, shown } = given
  const method = methodOf(shown)
  const key = `${owner.surface}|${owner.userId}`
  await countAttempt(req, 'factor', key)
  const about = {
    action: 'factor-shown',
    collection: surfaces[owner.surface].collection,
    recordIds: [owner.userId],
    reason: method,
  }
  if (!(await isRight(req, given))) {
    await audit(req, { ...about, outcome: 'refused' })
    throw new Refusal(given.code ?? 'signed-out', [
      { path: paths[method], message: sentences[method] },
    ])
  }
  await forgetAttempts(req.payload, 'factor', key)
  const wall = clock.wall().toISOString()
  await req.payload.db.updateOne({
    collection: 'auth-sessions',
    id: session.id,
    data: { mfaAt: wall, mfaMethod: method },
  })
  session.mfaAt = wall
  await audit(req, { ...about, outcome: 'done' })
  return method
}

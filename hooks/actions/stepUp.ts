import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, type SessionStamp } from '@/access/principal'
import { type Surface, surfaces } from '@/access/session/cookies'
import type { SessionRow } from '@/access/session/live'
import { countAttempt, forgetAttempts } from '@/src/lib/attempts'
import { clock } from '@/src/lib/clock'
import { isPassword } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { audit } from '../audit/writer'
import { type Shown, showFactor, shownIn } from '../factors/showFactor'
import { loadSettings } from '../loadSettings'

/** What a person shows to go on: the factor when they have one, else the password. */
export type Proof = { password?: string | null; shown?: Shown | null }

/** The proof in a request's body: `_password`, `_code`, `_recoveryCode` or `_passkey`. */
export const proofIn = (body: Readonly<Record<string, unknown>>): Proof => ({
  password: typeof body['_password'] === 'string' ? body['_password'] : null,
  shown: shownIn({
    code: body['_code'],
    recoveryCode: body['_recoveryCode'],
    passkey: body['_passkey'],
  }),
})

const ask = (path: 'password' | 'code', message: string): Refusal =>
  new Refusal('step-up', [{ path, message }])

type Person = { actor: Actor & { id: string }; session: SessionStamp & { surface: Surface } }

const personOf = (req: PayloadRequest): Person => {
  const actor = actorOf(req)
  const { session, id } = actor
  if (!session || session.surface === 'apiClient' || !id)
    throw new Refusal('not-granted', 'Only a person who signed in can do this.')
  return { actor: { ...actor, id }, session: { ...session, surface: session.surface } }
}

const isFresh = async (req: PayloadRequest, session: SessionStamp): Promise<boolean> => {
  const at = session.hasFactor ? session.mfaAt : session.passwordAt
  const { signingWindowMinutes } = await loadSettings(req, {})
  const age = clock.wall().getTime() - new Date(at ?? 0).getTime()
  return age <= signingWindowMinutes * 60_000
}

const showFactorAgain = async (
  req: PayloadRequest,
  { actor, session }: Person,
  shown: Shown,
): Promise<void> => {
  const row = await req.payload.db.findOne<SessionRow>({
    collection: 'auth-sessions',
    where: { sessionId: { equals: session.sessionId } },
  })
  if (!row) throw new Refusal('signed-out', 'Sign in first.')
  const owner = { surface: session.surface, userId: actor.id }
  await showFactor(req, { owner, session: row, shown, code: 'step-up' })
}

const showPasswordAgain = async (
  req: PayloadRequest,
  { actor, session }: Person,
  password: string,
): Promise<void> => {
  const key = `${session.surface}|${actor.id}`
  await countAttempt(req, 'step-up', key)
  const user = await req.payload.db.findOne<{ id: string; passwordHash?: string }>({
    collection: surfaces[session.surface].collection,
    where: { id: { equals: actor.id } },
  })
  if (!(await isPassword(password, user?.passwordHash ?? null))) {
    await audit(req, { action: 'step-up', outcome: 'refused' })
    throw ask('password', 'That password is not right. Try again.')
  }
  await forgetAttempts(req.payload, 'step-up', key)
  await req.payload.db.updateOne({
    collection: 'auth-sessions',
    where: { sessionId: { equals: session.sessionId } },
    data: { passwordAt: clock.wall().toISOString() },
  })
}

/**
 * What is sensitive needs the factor, or for who has none the password, within the last minutes, or now.
 * Throws a Refusal (`step-up`, 403) that names what to show.
 */
export const checkStepUp = async (req: PayloadRequest, proof: Proof = {}): Promise<void> => {
  const person = personOf(req)
  const stamp = actorOf(req).session as SessionStamp // there was one a line before
  const { password, shown } = proof
  const isFactor = stamp.hasFactor === true
  if (isFactor ? !shown : !password) {
    if (await isFresh(req, stamp)) return
    throw isFactor
      ? ask('code', 'Show your second factor again to go on.')
      : ask('password', 'Enter your password again to go on.')
  }
  if (isFactor && shown) await showFactorAgain(req, person, shown)
  else if (password) await showPasswordAgain(req, person, password)
  const wall = clock.wall().toISOString()
  if (isFactor) stamp.mfaAt = wall
  else stamp.passwordAt = wall
}

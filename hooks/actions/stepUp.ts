import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/principal'
import { clock } from '@/src/lib/clock'
import { isPassword } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { audit } from '../audit/writer'
import { loadSettings } from '../loadSettings'

const ask = (message: string): Refusal => new Refusal('step-up', [{ path: 'password', message }])

const collections = { staff: 'staff', portal: 'portal-users' } as const

/** The person must have shown the password within the signing window, or show it now. */
export const checkStepUp = async (req: PayloadRequest, password: string | null): Promise<void> => {
  const actor = actorOf(req)
  const { session } = actor
  if (!session || session.surface === 'apiClient') {
    throw new Refusal('not-granted', 'Only a person who signed in can do this.')
  }
  const { signingWindowMinutes } = await loadSettings(req, {})
  const wall = clock.wall()
  const shownAt = session.passwordAt ? new Date(session.passwordAt).getTime() : 0
  if (!password && wall.getTime() - shownAt <= signingWindowMinutes * 60_000) return
  if (!password) throw ask('Enter your password again to go on.')
  const user = await req.payload.db.findOne<{ id: string; passwordHash?: string }>({
    collection: collections[session.surface],
    where: { id: { equals: actor.id ?? '' } },
  })
  if (!(await isPassword(password, user?.passwordHash ?? null))) {
    await audit(req, { action: 'step-up', outcome: 'refused' })
    throw ask('That password is not right. Try again.')
  }
  const passwordAt = wall.toISOString()
  await req.payload.db.updateOne({
    collection: 'auth-sessions',
    where: { sessionId: { equals: session.sessionId } },
    data: { passwordAt },
  })
  session.passwordAt = passwordAt
}

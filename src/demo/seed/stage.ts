import { type BasePayload, createLocalReq, type PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { type Surface, surfaces } from '@/access/session/cookies'
import { openSession } from '@/access/session/open'
import { sessionStrategy } from '@/access/session/strategies'
import { actionNamed } from '@/hooks/actions/registry'
import { type ActionAnswer, runAction } from '@/hooks/actions/run'
import type { Override } from '@/hooks/change'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'

type Call = { id?: string; input?: Record<string, unknown>; overrides?: Override[] }

type Picture = { data: Buffer; mimetype: string; name: string; size: number }

/** What one person does: everything goes through their own rights, rules and audit. */
export type Hand = {
  act: (slug: string, action: string, call?: Call) => Promise<ActionAnswer>
  create: (slug: string, data: Record<string, unknown>, file?: Picture) => Promise<StoredRow>
  update: (slug: string, id: string, data: Record<string, unknown>) => Promise<StoredRow>
  setGlobal: (slug: string, data: Record<string, unknown>) => Promise<void>
}

type SignedIn = { user: PayloadRequest['user']; since: number }

// Signing asks for the password again after five minutes; a new session has shown it.
const sessionMs = 3 * 60_000

const agent = 'demo seed'

const signIn = async (
  payload: BasePayload,
  surface: Surface,
  userId: string,
): Promise<SignedIn> => {
  const token = await openSession(payload, { surface, userId, agent })
  const cookie = `${surfaces[surface].cookie}=${token}`
  const headers = new Headers({ cookie, 'user-agent': agent })
  const { user } = await sessionStrategy(surface).authenticate({ headers, payload })
  if (!user) throw new Error(`${surface} ${userId} could not sign in.`)
  return { user, since: clock.wall().getTime() }
}

const handOf = (
  payload: BasePayload,
  userFor: () => Promise<PayloadRequest['user'] | null>,
): Hand => {
  const request = async (): Promise<PayloadRequest> => {
    const user = await userFor()
    const headers = new Headers({ 'user-agent': agent })
    return createLocalReq({ ...(user ? { user } : {}), req: { headers } }, payload)
  }
  return {
    act: async (slug, name, { id, input = {}, overrides = [] } = {}) => {
      const action = actionNamed(slug, name)
      if (!action) throw new Error(`There is no action "${name}" of ${slug}.`)
      return runAction(await request(), { action, id: id ?? null, input, overrides })
    },
    create: async (slug, data, file) => {
      const made = await asUser(await request()).create({ collection: slug as never, data, file })
      return made as unknown as StoredRow // slug by name
    },
    update: async (slug, id, data) => {
      const saved = await asUser(await request()).update({ collection: slug as never, id, data })
      return saved as unknown as StoredRow // slug by name
    },
    setGlobal: async (slug, data) => {
      const req = await request()
      await payload.updateGlobal({ slug: slug as never, data, req, overrideAccess: false })
    },
  }
}

export type Cast = {
  staff: (id: string) => Hand
  patient: (portalUserId: string) => Hand
  visitor: Hand
}

/** Signs people in when they first do something and keeps their sessions fresh. */
export const castOf = (payload: BasePayload): Cast => {
  const sessions = new Map<string, SignedIn>()
  const userOf = async (surface: Surface, id: string) => {
    const key = `${surface}|${id}`
    const known = sessions.get(key)
    if (known && clock.wall().getTime() - known.since < sessionMs) return known.user
    const fresh = await signIn(payload, surface, id)
    sessions.set(key, fresh)
    return fresh.user
  }
  return {
    staff: (id) => handOf(payload, () => userOf('staff', id)),
    patient: (id) => handOf(payload, () => userOf('portal', id)),
    visitor: handOf(payload, async () => null),
  }
}

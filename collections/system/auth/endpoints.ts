import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import {
  endedCookie,
  isOwnOrigin,
  isSurface,
  type Surface,
  sessionCookie,
  surfaces,
} from '@/access/session/cookies'
import { openSession, revokeSessions } from '@/access/session/open'
import { audit } from '@/hooks/audit/writer'
import { clock } from '@/src/lib/clock'
import { hashPassword, isPassword, sha256 } from '@/src/lib/crypto'
import { notFound, Refusal } from '@/src/lib/errors'
import { queueMail } from '../mail/queueMail'
import { checkPasswordPolicy } from './passwordPolicy'
import { issueToken, spendToken } from './tokens'

type User = Record<string, unknown> & {
  id: string
  email: string
  isActive?: boolean
  passwordHash?: string | null
}

const noStore = { 'Cache-Control': 'no-store' }

const bodyOf = async (req: PayloadRequest): Promise<Record<string, unknown>> => {
  await addDataAndFileToRequest(req)
  if (!isOwnOrigin(req.headers))
    throw new Refusal('not-granted', 'This form belongs to another site.')
  return (req.data ?? {}) as Record<string, unknown>
}

const surfaceOf = (req: PayloadRequest): Surface => {
  const surface = req.routeParams?.['surface']
  if (!isSurface(surface)) throw notFound()
  return surface
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const userByEmail = (req: PayloadRequest, surface: Surface, email: string): Promise<User | null> =>
  req.payload.db.findOne<User>({
    collection: surfaces[surface].collection,
    where: { email: { equals: email.toLowerCase() } },
  })

const login = async (req: PayloadRequest, surface: Surface): Promise<Response> => {
  const body = await bodyOf(req)
  const email = text(body['email'])
  const password = typeof body['password'] === 'string' ? body['password'] : ''
  const user = email ? await userByEmail(req, surface, email) : null
  const isRight = await isPassword(
    password,
    user?.isActive === false ? null : (user?.passwordHash ?? null),
  )
  if (!user || !isRight) {
    await audit(req, {
      action: 'sign-in',
      outcome: 'refused',
      collection: surfaces[surface].collection,
      reason: email ? sha256(email.toLowerCase()).slice(0, 16) : '',
    })
    throw new Refusal(
      'signed-out',
      'That e-mail address and password do not fit together. Try again, or choose a new password.',
    )
  }
  const token = await openSession(req.payload, {
    surface,
    userId: user.id,
    agent: req.headers.get('user-agent') ?? '',
  })
  await audit(req, {
    action: 'sign-in',
    outcome: 'done',
    collection: surfaces[surface].collection,
    recordIds: [user.id],
  })
  return Response.json(
    {
      message: 'Signed in.',
      user: { id: user.id, collection: surfaces[surface].collection },
      exp: expiry(surface),
    },
    { headers: { ...noStore, 'Set-Cookie': sessionCookie(surface, token) } },
  )
}

const expiry = (surface: Surface): number =>
  Math.floor(clock.wall().getTime() / 1000) + surfaces[surface].hours * 3600

const logout = async (req: PayloadRequest, surface: Surface): Promise<Response> => {
  const { session, id } = actorOf(req)
  if (session && id && session.surface === surface) {
    await req.payload.db.updateOne({
      collection: 'auth-sessions',
      where: { sessionId: { equals: session.sessionId } },
      data: { revokedAt: clock.wall().toISOString() },
    })
    await audit(req, {
      action: 'sign-out',
      outcome: 'done',
      collection: surfaces[surface].collection,
      recordIds: [id],
    })
  }
  return Response.json(
    { message: 'Signed out.' },
    { headers: { ...noStore, 'Set-Cookie': endedCookie(surface) } },
  )
}

const sameAnswer = 'If there is an account for this address, a link is on its way.'

const forgot = async (req: PayloadRequest, surface: Surface): Promise<Response> => {
  const email = text((await bodyOf(req))['email'])
  const work = async (): Promise<void> => {
    const user = email ? await userByEmail(req, surface, email) : null
    if (!user || user.isActive === false) return
    const token = await issueToken(req.payload, { purpose: 'reset', surface, userId: user.id })
    await queueMail(req, {
      template: 'password-reset',
      recipientKind: surfaces[surface].collection,
      recipientId: user.id,
      refs: { token },
      uniqueKey: `reset|${token}`,
    })
    await audit(req, {
      action: 'password-reset-asked',
      outcome: 'done',
      collection: surfaces[surface].collection,
      recordIds: [user.id],
    })
  }
  // Not awaited: the answer takes as long whether the account exists or not.
  setImmediate(() => {
    work().catch((error: unknown) =>
      req.payload.logger.error({ err: error, msg: 'A password link could not be made' }),
    )
  })
  return Response.json({ message: sameAnswer }, { headers: noStore })
}

const accept = async (req: PayloadRequest, surface: Surface): Promise<Response> => {
  const body = await bodyOf(req)
  const password = checkPasswordPolicy(body['password'])
  const spent = await spendToken(req.payload, text(body['token']), surface)
  if (!spent)
    throw new Refusal('invalid', 'This link was used before or is too old. Ask for a new one.')
  const { collection } = surfaces[surface]
  await req.payload.db.updateOne({
    collection,
    id: spent.userId,
    data: {
      passwordHash: await hashPassword(password),
      ...(surface === 'portal' ? { acceptedAt: clock.now().toISOString() } : {}),
    },
  })
  await revokeSessions(req.payload, { surface, userId: spent.userId })
  await audit(req, {
    action: 'password-set',
    outcome: 'done',
    collection,
    recordIds: [spent.userId],
  })
  const token = await openSession(req.payload, {
    surface,
    userId: spent.userId,
    agent: req.headers.get('user-agent') ?? '',
  })
  return Response.json(
    { message: 'Your password is set.' },
    { headers: { ...noStore, 'Set-Cookie': sessionCookie(surface, token) } },
  )
}

const me = async (req: PayloadRequest, surface: Surface): Promise<Response> => {
  const actor = actorOf(req)
  if (!actor.id || actor.session?.surface !== surface)
    return Response.json({ user: null }, { headers: noStore })
  const user = req.user as unknown as Record<string, unknown> // staff or portal user
  const shown = {
    id: actor.id,
    email: user['email'],
    name: user['name'],
    roles: user['roles'],
    collection: user['collection'],
  }
  return Response.json(
    { user: shown, exp: expiry(surface), strategy: `session-${surface}` },
    { headers: noStore },
  )
}

const refresh = async (req: PayloadRequest, surface: Surface): Promise<Response> => {
  const actor = actorOf(req)
  if (!actor.id || actor.session?.surface !== surface)
    throw new Refusal('signed-out', 'Sign in again.')
  return me(req, surface)
}

/** Opens the pages of another patient for whom the account may act, or one's own; for this session. */
const actFor = async (req: PayloadRequest, surface: Surface): Promise<Response> => {
  const patient = text((await bodyOf(req))['patient'])
  const { id, session } = actorOf(req)
  if (!id || !session || session.surface !== surface || surface !== 'portal')
    throw new Refusal('signed-out', 'Sign in again.')
  const user = req.user as unknown as Record<string, unknown> // a portal user
  const mayOpen =
    user['patient'] === patient || session.proxies?.some((proxy) => proxy.patient === patient)
  if (!patient || !mayOpen) throw notFound()
  await req.payload.db.updateOne({
    collection: 'auth-sessions',
    where: { sessionId: { equals: session.sessionId } },
    data: { actingFor: patient },
  })
  await audit(req, {
    action: 'act-for',
    outcome: 'done',
    collection: surfaces[surface].collection,
    recordIds: [id],
    patientIds: [patient],
  })
  return Response.json({ message: 'Opened.' }, { headers: noStore })
}

type Handler = (req: PayloadRequest, surface: Surface) => Promise<Response>

const verbs: readonly { method: 'get' | 'post'; name: string; handler: Handler }[] = [
  { method: 'post', name: 'login', handler: login },
  { method: 'post', name: 'logout', handler: logout },
  { method: 'post', name: 'forgot', handler: forgot },
  { method: 'post', name: 'accept', handler: accept },
  { method: 'post', name: 'act-for', handler: actFor },
  { method: 'get', name: 'me', handler: me },
]

/** `/api/auth/<staff|portal>/<verb>`. */
export const authEndpoints: Endpoint[] = verbs.map(({ method, name, handler }) =>
  door('sign-in', {
    method,
    path: `/auth/:surface/${name}`,
    handler: (req) => handler(req, surfaceOf(req)),
  }),
)

/** What the generated admin asks of its user collection. */
export const adminAuthEndpoints = (surface: Surface): Endpoint[] => [
  door('sign-in', { method: 'post', path: '/login', handler: (req) => login(req, surface) }),
  door('sign-in', { method: 'post', path: '/logout', handler: (req) => logout(req, surface) }),
  door('sign-in', {
    method: 'post',
    path: '/refresh-token',
    handler: (req) => refresh(req, surface),
  }),
  door('self', { method: 'get', path: '/me', handler: (req) => me(req, surface) }),
]

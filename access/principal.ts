import type { PayloadRequest } from 'payload'
import { rolesOn } from '@/src/domain/people/roleEnds'
import { idOf } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { globalState } from '@/src/lib/globalState'
import { practiceToday } from '@/src/lib/practiceZone'
import { apiScopesIn } from './apiScopes'
import { grantsOpenAt, type TimedGrant } from './grants'
import { isStaffRole, type Principal, type StaffRole } from './roles'
import type { ProxyGrant } from './session/proxies'

/** What the session strategies learned about the caller; stamped on the user, never sent out. */
export type SessionStamp = {
  sessionId: string
  /** When a second factor was last shown; null when none was asked. */
  mfaAt: string | null
  /** Whether the person has one: then it is asked for again before what is sensitive, else the password. */
  hasFactor?: boolean
  /** When the password was last shown in this session; signing asks for it again after five minutes. */
  passwordAt: string | null
  surface: 'staff' | 'portal' | 'apiClient'
  /** Charts this person opened in an emergency, as the request began. */
  emergency?: readonly TimedGrant[]
  /** Patients the portal account acts for, as the request began. */
  proxies?: readonly ProxyGrant[]
  /** The patient whose pages are open, where the account may open several. */
  actingFor?: string | null
}

const stampKey = Symbol.for('therapy-ops.session')

/** Who may open a chart in an emergency (R106); the policy table grants `start` to the same. */
export const emergencyRoles = ['owner', 'director'] as const

type Stamped = { [stampKey]?: SessionStamp }

/** Marks a freshly authenticated user. Spreading or reloading the user loses the mark: deny wins. */
export const stampSession = <T extends object>(user: T, stamp: SessionStamp): T =>
  Object.defineProperty(user, stampKey, { value: stamp, enumerable: false, configurable: true })

export const sessionOf = (user: unknown): SessionStamp | null =>
  user && typeof user === 'object' ? ((user as Stamped)[stampKey] ?? null) : null

export type Actor = {
  kind: 'staff' | 'patient' | 'proxy' | 'apiClient' | 'anonymous' | 'system'
  id: string | null
  name: string
  principals: readonly Principal[]
  session: SessionStamp | null
  /** The patient a portal user is, or acts for now. */
  patientId: string | null
  /** What somebody who acts for a patient may do; null for everybody else. */
  proxy: ProxyGrant | null
  /** What an API client was granted, such as `inquiries:create`. */
  apiScopes: readonly string[]
}

const anonymous: Actor = {
  kind: 'anonymous',
  id: null,
  name: 'Anyone',
  principals: ['anonymous'],
  session: null,
  patientId: null,
  proxy: null,
  apiScopes: [],
}

// Pages and doors of the build have a copy of this file each; one actor for both lets them share one scope.
const actors = globalState('actors', () => new WeakMap<object, Actor>())

/** A member of staff as the policy table would see them, without a session of theirs: for explaining only. */
export const staffActor = (
  row: Record<string, unknown>,
  emergency: readonly TimedGrant[],
): Actor => ({
  ...anonymous,
  kind: 'staff',
  id: String(row['id']),
  name: String(row['name'] ?? 'Staff'),
  principals:
    row['isActive'] !== false && Array.isArray(row['roles'])
      ? rolesOn(row, practiceToday()).filter(isStaffRole)
      : [],
  session: { sessionId: '', mfaAt: null, passwordAt: null, surface: 'staff', emergency },
})

type PortalUser = { id: string; own: string | null; session: SessionStamp }

/**
 * A portal account speaks for one patient at a time: for the one it belongs to, or, once that was chosen,
 * for another whose proxy it is. Never for both at once, so rights do not add up.
 */
const portalActor = ({ id, own, session }: PortalUser): Actor => {
  const proxies = session.proxies ?? []
  const chosen = proxies.find(({ patient }) => patient === session.actingFor)
  const proxy = own && (!chosen || session.actingFor === own) ? null : (chosen ?? proxies[0])
  if (proxy) {
    return {
      ...anonymous,
      kind: 'proxy',
      id,
      name: 'Proxy',
      principals: ['proxy'],
      session,
      patientId: proxy.isInForce ? proxy.patient : null,
      proxy,
    }
  }
  if (!own) return anonymous
  const principals = ['patient'] as const
  return { ...anonymous, kind: 'patient', id, name: 'Patient', principals, session, patientId: own }
}

const readActor = (user: Record<string, unknown>): Actor => {
  const session = sessionOf(user)
  if (!session) return anonymous
  const id = String(user['id'])
  if (user['collection'] === 'staff') {
    if (user['isActive'] === false) return anonymous
    const roles = rolesOn(user, practiceToday()).filter(isStaffRole)
    return {
      ...anonymous,
      kind: 'staff',
      id,
      name: String(user['name'] ?? 'Staff'),
      principals: roles,
      session,
    }
  }
  if (user['collection'] === 'portal-users') {
    return user['isActive'] === false
      ? anonymous
      : portalActor({ id, own: idOf(user['patient']), session })
  }
  if (user['collection'] === 'api-clients') {
    if (user['isActive'] === false) return anonymous
    return {
      ...anonymous,
      kind: 'apiClient',
      id,
      name: String(user['name']),
      principals: ['apiClient'],
      session,
      apiScopes: apiScopesIn(user['scopes']),
    }
  }
  return anonymous
}

/** Who is asking. Without a stamp from our own strategies the answer is always `anonymous`. */
export const actorOf = (req: Pick<PayloadRequest, 'user'>): Actor => {
  const user = req.user as unknown as Record<string, unknown> | null // three auth collections, read by key
  if (!user) return anonymous
  const known = actors.get(user)
  if (known) return known
  const actor = readActor(user)
  actors.set(user, actor)
  return actor
}

export const hasRole = (actor: Actor, ...roles: readonly (StaffRole | Principal)[]): boolean =>
  actor.principals.some((held) => roles.includes(held))

/** Charts that the caller has open in an emergency at this moment; read again for every request. */
export const emergenciesOf = (actor: Actor): TimedGrant[] =>
  actor.kind === 'staff' && hasRole(actor, ...emergencyRoles)
    ? grantsOpenAt(actor.session?.emergency ?? [], clock.wall())
    : []

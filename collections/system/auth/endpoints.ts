import type { Endpoint } from 'payload'
import { type DoorClass, door } from '@/access/doors'
import type { Surface } from '@/access/session/cookies'
import { emailChange, emailConfirm, passwordChange } from './accountEndpoints'
import { actFor } from './actFor'
import {
  codeConfirm,
  codeStart,
  factorList,
  factorRemove,
  passkeyConfirm,
  passkeyStart,
  recoveryNew,
  stepUp,
  verify,
  verifyOptions,
} from './factorEndpoints'
import { firstOwner } from './firstOwner'
import { accept, forgot } from './links'
import { type Handler, surfaceOf } from './request'
import { history, sessionEnd, sessionList, sessionNow, sessionsEndOthers } from './sessionEndpoints'
import { login, logout, me, refresh } from './signIn'

type Verb = { method: 'get' | 'post'; path: string; kind: DoorClass; handler: Handler }

const get = (path: string, kind: DoorClass, handler: Handler): Verb => ({
  method: 'get',
  path,
  kind,
  handler,
})

const post = (path: string, kind: DoorClass, handler: Handler): Verb => ({
  method: 'post',
  path,
  kind,
  handler,
})

const verbs: readonly Verb[] = [
  post('login', 'sign-in', login),
  post('logout', 'sign-in', logout),
  post('forgot', 'sign-in', forgot),
  post('accept', 'sign-in', accept),
  post('first-owner', 'sign-in', firstOwner),
  get('me', 'sign-in', me),
  // Reached by a session whose factor is still to come.
  get('session', 'sign-in', sessionNow),
  post('touch', 'sign-in', sessionNow),
  post('verify', 'sign-in', verify),
  post('verify-options', 'sign-in', verifyOptions),
  get('factors', 'sign-in', factorList),
  post('factors/code/start', 'sign-in', codeStart),
  post('factors/code/confirm', 'sign-in', codeConfirm),
  post('factors/passkey/start', 'sign-in', passkeyStart),
  post('factors/passkey/confirm', 'sign-in', passkeyConfirm),
  post('email/confirm', 'sign-in', emailConfirm),
  // Only for who signed in whole.
  post('step-up', 'self', stepUp),
  post('factors/:id/remove', 'self', factorRemove),
  post('recovery-codes', 'self', recoveryNew),
  get('sessions', 'self', sessionList),
  post('sessions/end-others', 'self', sessionsEndOthers),
  post('sessions/:id/end', 'self', sessionEnd),
  get('history', 'self', history),
  post('password', 'self', passwordChange),
  post('email', 'self', emailChange),
  post('act-for', 'self', actFor),
]

/** `/api/auth/<staff|portal>/<verb>`. */
export const authEndpoints: Endpoint[] = verbs.map(({ method, path, kind, handler }) =>
  door(kind, {
    method,
    path: `/auth/:surface/${path}`,
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

import type { BasePayload, PayloadRequest } from 'payload'
import { asSystem } from '@/access/asSystem'
import { type SessionStamp, stampSession } from '@/access/principal'
import { proxyGrantsOf } from '@/access/session/proxies'
import type { StoredRow } from '@/src/domain/row'

const homes = {
  staff: 'staff',
  'portal-users': 'portal',
  'api-clients': 'apiClient',
} as const satisfies Record<string, SessionStamp['surface']>

const userOf = async (
  req: PayloadRequest,
  actorId: string,
): Promise<PayloadRequest['user'] | null> => {
  for (const [collection, surface] of Object.entries(homes)) {
    const where = { id: { equals: actorId } }
    const row = await req.payload.db.findOne<StoredRow>({ collection, where, req })
    if (!row) continue
    const proxies = surface === 'portal' ? await proxyGrantsOf(req.payload, row.id) : []
    const stamp: SessionStamp = { sessionId: '', mfaAt: null, passwordAt: null, surface, proxies }
    return stampSession({ ...row, collection }, stamp) as never // a row of one of the auth collections
  }
  return null
}

/**
 * The request in which an interrupted action is finished: past the policy table, and in the name of
 * whoever began it, so that it ends as it would have then. Part of the transaction of `source`, if any.
 */
export const onBehalfOf = async (
  source: PayloadRequest | BasePayload,
  { actorId, reason }: { actorId: string | null; reason: string },
): Promise<PayloadRequest> => {
  const { req } = await asSystem(source, reason)
  req.user = actorId ? await userOf(req, actorId) : null
  return req
}

import type { PayloadRequest } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import { scopeKeysOf } from './decide'
import { fieldClassOf } from './fieldClasses'
import { mayRead } from './fieldRights'
import { scopesFor } from './policy'
import type { Actor } from './principal'
import { scopeContextFor } from './scopeContext'
import { isInScope } from './scopes'
import { proxyGrantsOf } from './session/proxies'

/** A row as somebody who acts for its patient would read it; null where they read none of it. */
export type View = <Seen extends StoredRow>(slug: string, row: Seen) => Seen | null

const held = ['proxy'] as const

const trimmed = <Seen extends StoredRow>(slug: string, row: Seen): Seen =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => name === 'id' || mayRead(held, fieldClassOf(slug, name)),
    ),
  ) as Seen // the same columns, some left out

/**
 * What an account may read today of a patient whom it acts for, by the same table as on the private page: nothing
 * that a minor consented to alone, nothing that was kept from those who act for them. Null once it may read nothing.
 */
export const proxyView = async (
  req: PayloadRequest,
  { account, patient }: { account: string; patient: string },
): Promise<View | null> => {
  const grants = await proxyGrantsOf(req.payload, account)
  const proxy = grants.find((grant) => grant.patient === patient)
  if (!proxy?.isInForce || !proxy.rights.includes('records')) return null
  const actor: Actor = {
    kind: 'proxy',
    id: account,
    name: 'Proxy',
    principals: held,
    session: null,
    patientId: patient,
    proxy,
    apiScopes: [],
  }
  const context = await scopeContextFor(req, actor)
  return (slug, row) =>
    isInScope(scopesFor(slug, 'read', held), context, scopeKeysOf(slug), row)
      ? trimmed(slug, row)
      : null
}

import type { PayloadRequest, Where } from 'payload'
import { scopesFor } from './policy'
import { actorOf } from './principal'
import { scopeContextOf } from './scopeContext'
import { isInScope, type ScopeKeys, whereOf } from './scopes'

const keysBySlug = new Map<string, ScopeKeys>()

export const registerScopeKeys = (keys: ScopeKeys): void => {
  keysBySlug.set(keys.slug, keys)
}

export const scopeKeysOf = (slug: string): ScopeKeys =>
  keysBySlug.get(slug) ?? { slug, patient: 'patient', owner: 'staff' }

const nothing: Where = { id: { in: [] } }

/** What the caller may reach on `slug` by `verb`: nothing, everything, or the rows a Where describes. */
export const decide = async (
  req: PayloadRequest,
  slug: string,
  verb: string,
): Promise<Where | boolean> => {
  const names = scopesFor(slug, verb, actorOf(req).principals)
  if (!names.length) return false
  if (names.includes('all')) return true
  const where = whereOf(names, await scopeContextOf(req), scopeKeysOf(slug))
  // An empty caseload is an empty list, not a closed door; an API client without the grant meets one.
  return where === false && actorOf(req).kind !== 'apiClient' ? nothing : where
}

/** The same decision for one row in memory. */
export const decideRow = async (
  req: PayloadRequest,
  slug: string,
  verb: string,
  row: Readonly<Record<string, unknown>>,
): Promise<boolean> => {
  const names = scopesFor(slug, verb, actorOf(req).principals)
  if (names.includes('all')) return true
  return names.length > 0 && isInScope(names, await scopeContextOf(req), scopeKeysOf(slug), row)
}

/** Whether the cell grants the verb at all, whatever the row; an API client also needs it among its scopes. */
export const isGranted = (req: PayloadRequest, slug: string, verb: string): boolean => {
  const actor = actorOf(req)
  if (!scopesFor(slug, verb, actor.principals).length) return false
  return actor.kind !== 'apiClient' || actor.apiScopes.includes(`${slug}:${verb}`)
}

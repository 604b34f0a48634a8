import type { PayloadRequest } from 'payload'
import { apiScopeName, apiScopeWords, grantableScope } from '@/access/apiScopes'
import type { Actor } from '@/access/principal'

const wishes: Readonly<Record<string, string>> = {
  GET: 'read',
  POST: 'create',
  PATCH: 'update',
  DELETE: 'delete',
}

const isOfMany = ({ method, routeParams }: PayloadRequest): boolean =>
  (method === 'PATCH' || method === 'DELETE') && !!routeParams?.['collection'] && !routeParams['id']

/** Why software was turned away, and what it can do instead. */
export const clientRefusal = (req: PayloadRequest, { name }: Actor): string => {
  const slug = req.routeParams?.['collection'] ?? req.routeParams?.['global']
  if (isOfMany(req))
    return `Records are changed one at a time: ${req.method} /api/${slug}/<id>. Find their ids with GET /api/${slug} first.`
  const verb = wishes[req.method ?? '']
  if (typeof slug !== 'string' || !verb)
    return `The client "${name}" may not do this. Ask the owner of the practice to grant it.`
  const scope = { slug, verb }
  const refused = `The client "${name}" may not ${apiScopeWords(scope)}.`
  return grantableScope(apiScopeName(scope))
    ? `${refused} Ask the owner of the practice to grant it.`
    : `${refused} No software is granted this: it is for people who are signed in.`
}

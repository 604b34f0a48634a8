import type { Access, AccessResult, PayloadRequest } from 'payload'
import { systemMarkOf } from './asSystem'
import { decide, decideOne } from './decide'
import { policyOf } from './policy'

export const bySystem = (req: PayloadRequest): boolean => systemMarkOf(req) !== null

/** What the policy table grants, as Payload asks for it. */
export const tableAccess =
  (slug: string, verb: string): Access =>
  async ({ req, id }): Promise<AccessResult> => {
    if (bySystem(req)) return true
    return id === undefined ? decide(req, slug, verb) : decideOne(req, slug, verb)
  }

/** A version row is judged by its document as it stands now, not by the snapshot. */
export const versionsAccess =
  (slug: string): Access =>
  async ({ req }): Promise<AccessResult> => {
    const scope = await decide(req, slug, 'readVersions')
    if (typeof scope === 'boolean') return scope
    throw new Error(`access/matrix.ts: versions of "${slug}" can only be granted for all.`)
  }

/** Whether the navigation shows it: to whoever may read it, other than in an emergency. */
export const isVisible = (slug: string, user: unknown): boolean => {
  const roles =
    user && typeof user === 'object' && 'roles' in user ? (user as { roles?: unknown }).roles : []
  const held = Array.isArray(roles) ? roles : []
  const policy = policyOf(slug)
  return held.some((role) => {
    const scope = policy[role as keyof typeof policy]?.get('read') // roles of the signed-in person
    return scope !== undefined && scope !== 'emergency'
  })
}

import config from '@payload-config'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { createLocalReq, executeAuthStrategies, getPayload, type PayloadRequest } from 'payload'
import { cache } from 'react'
import { actorOf } from '@/access/principal'
import { surfaces, tokenIn } from '@/access/session/cookies'

/** The patient who opens a page, or whose page somebody opens for them; every read goes through `req`. */
export type PortalVisit = {
  req: PayloadRequest
  userId: string
  /** Empty for somebody whose access has ended. */
  patientId: string
  isProxy: boolean
}

// A browser may carry a staff session and a key as well: here only the portal's cookie speaks.
const portalHeaders = (given: Headers): Headers => {
  const kept = new Headers(given)
  const token = tokenIn(kept, 'portal')
  kept.delete('authorization')
  kept.set('cookie', token ? `${surfaces.portal.cookie}=${token}` : '')
  return kept
}

/** A request of the portal with whoever is signed in there; nobody is fine. Once per page. */
export const portalRequest = cache(async (): Promise<PayloadRequest> => {
  const payload = await getPayload({ config })
  const own = portalHeaders(new Headers(await headers()))
  const { user } = await executeAuthStrategies({ headers: own, payload, canSetHeaders: false })
  return createLocalReq(
    { user: user ?? undefined, context: { surface: 'portal' }, req: { headers: own } },
    payload,
  )
})

/** The signed-in patient or proxy, or null. */
export const currentVisit = async (): Promise<PortalVisit | null> => {
  const req = await portalRequest()
  const { kind, id, patientId } = actorOf(req)
  if (kind === 'proxy' && id) {
    return { req, userId: id, patientId: patientId ?? '', isProxy: true }
  }
  return kind === 'patient' && id && patientId
    ? { req, userId: id, patientId, isProxy: false }
    : null
}

/** The signed-in patient, or the way to sign-in and from there back to `path`. */
export const portalVisit = async (path: string): Promise<PortalVisit> =>
  (await currentVisit()) ?? redirect(`/portal/sign-in?next=${encodeURIComponent(path)}`)

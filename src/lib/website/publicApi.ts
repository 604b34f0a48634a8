import config from '@payload-config'
import { draftMode, headers } from 'next/headers'
import { createLocalReq, executeAuthStrategies, getPayload, type PayloadRequest } from 'payload'
import { cache } from 'react'
import { actorOf } from '@/access/principal'
import { surfaces, tokenIn } from '@/access/session/cookies'

const nobodyHeaders = (given: Headers): Headers => {
  const kept = new Headers(given)
  kept.delete('cookie')
  kept.delete('authorization')
  return kept
}

const staffHeaders = (given: Headers): Headers => {
  const kept = nobodyHeaders(given)
  const token = tokenIn(given, 'staff')
  if (token) kept.set('cookie', `${surfaces.staff.cookie}=${token}`)
  return kept
}

/** The request of a visitor: nobody, whoever is signed in elsewhere in the browser. Once per page. */
export const publicRequest = cache(async (): Promise<PayloadRequest> => {
  const payload = await getPayload({ config })
  const own = nobodyHeaders(new Headers(await headers()))
  return createLocalReq({ context: { surface: 'website' }, req: { headers: own } }, payload)
})

/** The request of the signed-in member of staff, or null; sessions are checked on every call. */
export const staffRequest = cache(async (): Promise<PayloadRequest | null> => {
  const payload = await getPayload({ config })
  const own = staffHeaders(new Headers(await headers()))
  const { user } = await executeAuthStrategies({ headers: own, payload, canSetHeaders: false })
  if (!user || actorOf({ user }).kind !== 'staff') return null
  return createLocalReq({ user, context: { surface: 'preview' }, req: { headers: own } }, payload)
})

/**
 * Who reads a page: a visitor, or in preview the member of staff who opened it. The preview cookie
 * alone opens nothing.
 */
export const pageReader = cache(async (): Promise<{ req: PayloadRequest; isPreview: boolean }> => {
  const { isEnabled } = await draftMode()
  const staff = isEnabled ? await staffRequest() : null
  return staff ? { req: staff, isPreview: true } : { req: await publicRequest(), isPreview: false }
})

import { env } from '../env'

/**
 * Whether a form was sent from a page of ours. Browsers put Origin on every POST; without it only the
 * browser's own word that the page was of the same site counts.
 */
export const isOwnForm = (headers: Headers): boolean => {
  const origin = headers.get('origin')
  if (!origin) return headers.get('sec-fetch-site') === 'same-origin'
  if (!URL.canParse(origin)) return false
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return new URL(origin).host === host || origin === new URL(env.SERVER_URL).origin
}

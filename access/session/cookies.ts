import { isSameSecret, randomToken } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'
import { keyedHash } from '@/src/lib/keyedHash'

export type Surface = 'staff' | 'portal'

type SurfaceTraits = {
  cookie: string
  path: string
  collection: 'staff' | 'portal-users'
  hours: number
}

/** Staff and patients sign in apart: own collection, own cookie, so that both can be open in one browser. */
export const surfaces: Readonly<Record<Surface, SurfaceTraits>> = {
  staff: { cookie: 'therapy-staff', path: '/', collection: 'staff', hours: 12 },
  portal: { cookie: 'therapy-portal', path: '/portal', collection: 'portal-users', hours: 12 },
}

export const isSurface = (value: unknown): value is Surface =>
  value === 'staff' || value === 'portal'

const isSecure = env.SERVER_URL.startsWith('https:')

const cookieLine = (
  surface: Surface,
  value: string,
  maxAgeSeconds: number,
  name = surfaces[surface].cookie,
): string => {
  const { path } = surfaces[surface]
  const parts = [
    `${name}=${value}`,
    `Path=${path}`,
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${maxAgeSeconds}`,
  ]
  if (isSecure) parts.push('Secure')
  return parts.join('; ')
}

export const sessionCookie = (surface: Surface, token: string): string =>
  cookieLine(surface, token, surfaces[surface].hours * 3600)

export const endedCookie = (surface: Surface): string => cookieLine(surface, '', 0)

const cookieIn = (headers: Headers, name: string): string | null => {
  const pair = (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .find((each) => each.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) || null
}

export const tokenIn = (headers: Headers, surface: Surface): string | null =>
  cookieIn(headers, surfaces[surface].cookie)

const browserName = (surface: Surface): string => `therapy-known-${surface}`

const browserMark = (nonce: string, surface: Surface, userId: string): string =>
  keyedHash('browser', surface, userId, nonce).slice(0, 32)

/** Says that somebody has signed in to this account from this browser; opens nothing by itself. */
export const knownBrowserCookie = (surface: Surface, userId: string): string => {
  const nonce = randomToken(12)
  const value = `${nonce}.${browserMark(nonce, surface, userId)}`
  return cookieLine(surface, value, 365 * 24 * 3600, browserName(surface))
}

/** The name of this browser for the account, if somebody signed in to it from here before. */
export const knownBrowser = (headers: Headers, surface: Surface, userId: string): string | null => {
  const [nonce = '', mark = ''] = (cookieIn(headers, browserName(surface)) ?? '').split('.')
  return nonce && isSameSecret(mark, browserMark(nonce, surface, userId)) ? nonce : null
}

/** Only our own pages may use the cookie: another site's request arrives as nobody. */
export const isOwnOrigin = (headers: Headers): boolean => {
  const origin = headers.get('origin')
  if (origin && origin !== 'null') {
    const host = headers.get('x-forwarded-host') ?? headers.get('host')
    const given = URL.canParse(origin) ? new URL(origin).host : ''
    return given === host || origin === new URL(env.SERVER_URL).origin
  }
  const site = headers.get('sec-fetch-site')
  if (!site || site === 'same-origin' || site === 'none') return origin !== 'null'
  return headers.get('sec-fetch-mode') === 'navigate'
}

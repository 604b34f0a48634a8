import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'
import { getPayload, type SanitizedConfig } from 'payload'
import type { Surface } from '@/access/session/cookies'
import { surfaces } from '@/access/session/cookies'
import { withDataHeaders } from './answerHeaders'
import { withApiKey } from './apiKeyGate'
import { guardRequest } from './guardRequest'
import { noSuchDoor } from './noSuchDoor'
import { refusedEarly } from './refusedEarly'

type RouteContext = { params: Promise<{ slug?: string[] }> }
type Handler = (request: Request, context: RouteContext) => Promise<Response>

const makers = {
  GET: REST_GET,
  POST: REST_POST,
  PATCH: REST_PATCH,
  PUT: REST_PUT,
  DELETE: REST_DELETE,
  OPTIONS: REST_OPTIONS,
}

/** Leaves only one surface's cookie: a browser with both open acts as one person per address. */
export const withoutCookieOf = (request: Request, surface: Surface): Request => {
  const cookie = request.headers.get('cookie')
  const name = surfaces[surface].cookie
  if (!cookie?.includes(`${name}=`)) return request
  const headers = new Headers(request.headers)
  const kept = cookie.split(/;\s*/).filter((pair) => !pair.startsWith(`${name}=`))
  headers.set('cookie', kept.join('; '))
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(request.url, {
    method: request.method,
    headers,
    ...(hasBody ? { body: request.body, duplex: 'half' } : {}),
  } as RequestInit) // `duplex` is needed for streams and missing from the type
}

/** Payload's REST behind the request guard, for the zone whose cookie counts. */
export const payloadRoute = (
  config: Promise<SanitizedConfig>,
  zone: Surface,
): Record<keyof typeof makers, Handler> => {
  const other = zone === 'staff' ? 'portal' : 'staff'
  const handlers = Object.entries(makers).map(([method, make]) => {
    const handle = make(config)
    const guarded: Handler = async (request, context) => {
      const { slug = [] } = await context.params
      // Payload draws social pictures with fonts from another host.
      if (slug[0] === 'og') return withDataHeaders(Response.json({ errors: [] }, { status: 404 }))
      const own = withoutCookieOf(request, other)
      const checked = await guardRequest(own)
      if (checked instanceof Response) return refusedEarly(config, checked)
      const response = await withApiKey(
        () => getPayload({ config }),
        checked,
        (admitted) =>
          handle(admitted as Parameters<typeof handle>[0], context as Parameters<typeof handle>[1]),
      )
      const missed = await noSuchDoor(config, { slug, response })
      return missed ? refusedEarly(config, missed) : withDataHeaders(response)
    }
    return [method, guarded]
  })
  return Object.fromEntries(handlers)
}

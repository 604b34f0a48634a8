import { type BasePayload, createLocalReq } from 'payload'
import { apiKeyIn, judgeApiKey, type KeyVerdict } from '@/access/session/apiKeys'
import { errorEntries } from '@/hooks/answerErrors'
import { audit } from '@/hooks/audit/writer'
import { countOf } from '@/src/domain/countOf'
import { clock } from '../clock'
import { type Counted, countAgainst } from '../rateLimits'
import { refusal } from './refusal'

type Accepted = Extract<KeyVerdict, { isAccepted: true }>
type Refused = Extract<KeyVerdict, { isAccepted: false }>

const minuteMs = 60_000
const standardCalls = 120

const codes = { 401: 'signed-out', 403: 'not-granted', 429: 'too-many' } as const

/** In the one shape; the log has the reference, and nothing of the request. */
const refusalOf = async (
  { logger }: BasePayload,
  status: keyof typeof codes,
  message: string,
  headers: Record<string, string> = {},
): Promise<Response> => {
  const answer = refusal(status, codes[status], message, { rule: 'R107', headers })
  const { errors } = (await answer.clone().json()) as { errors: { reference: string }[] } // made a line before
  logger.info({ reference: errors[0]?.reference, status }, 'A key did not open anything')
  return answer
}

/** A line in the access log about a key that did not open anything; the answer while the log is down. */
const noteRefusal = async (
  payload: BasePayload,
  { headers, clientId, reason }: { headers: Headers; clientId: string | null; reason: string },
): Promise<Response | null> => {
  const req = await createLocalReq({ req: { headers } }, payload)
  try {
    await audit(req, {
      action: 'use-key',
      outcome: 'refused',
      collection: 'api-clients',
      recordIds: clientId ? [clientId] : [],
      rules: ['R107'],
      reason,
    })
    return null
  } catch (error) {
    const { status, entries } = errorEntries(error as Error, req)
    return Response.json({ errors: entries }, { status })
  }
}

const limitHeaders = ({ limit, remaining, resetSeconds }: Counted): Record<string, string> => ({
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(remaining),
  'RateLimit-Reset': String(resetSeconds),
})

/** When and from where a key was last used, at most once a minute. */
const noteUse = async (payload: BasePayload, { key, address }: Accepted): Promise<void> => {
  const now = clock.wall()
  const known = key.lastUsedAt ? new Date(key.lastUsedAt).getTime() : 0
  if (now.getTime() - known < minuteMs) return
  await payload.db.updateOne({
    collection: 'api-keys',
    id: key.id,
    data: { lastUsedAt: now.toISOString(), lastUsedFrom: address },
  })
}

const tooMany = async (
  payload: BasePayload,
  { headers, verdict, counted }: { headers: Headers; verdict: Accepted; counted: Counted },
): Promise<Response> => {
  const { client } = verdict
  const seconds = counted.resetSeconds
  // Once per minute and client: what goes on and on says nothing more.
  const down = counted.isFirstBeyond
    ? await noteRefusal(payload, { headers, clientId: client.id, reason: 'over-limit' })
    : null
  if (down) return down
  const message = `"${client.name}" may make ${counted.limit} calls a minute. Try again in ${countOf(seconds, 'second')}.`
  return refusalOf(payload, 429, message, {
    ...limitHeaders(counted),
    'Retry-After': String(seconds),
  })
}

const refused = async (
  payload: BasePayload,
  headers: Headers,
  { client, message, problem, status }: Refused,
): Promise<Response> => {
  const noted = { headers, clientId: client?.id ?? null, reason: `key-${problem}` }
  return (await noteRefusal(payload, noted)) ?? refusalOf(payload, status, message)
}

/** Whoever shows a key is the software, whatever session came along. */
const withoutCookies = (request: Request): Request => {
  if (!request.headers.has('cookie')) return request
  const headers = new Headers(request.headers)
  headers.delete('cookie')
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(request.url, {
    method: request.method,
    headers,
    ...(hasBody ? { body: request.body, duplex: 'half' } : {}),
  } as RequestInit) // `duplex` is needed for streams and missing from the type
}

/**
 * Every request with a key passes here before Payload sees it (R107): a key that opens nothing is told why,
 * calls are counted, and the answer says how many are left.
 */
export const withApiKey = async (
  payload: () => Promise<BasePayload>,
  request: Request,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> => {
  const { headers } = request
  if (!apiKeyIn(headers)) return handle(request)
  const running = await payload()
  const verdict = await judgeApiKey(running, headers)
  if (!verdict) return handle(request)
  if (!verdict.isAccepted) return refused(running, headers, verdict)
  const points = verdict.client.callsPerMinute ?? standardCalls
  const limit = { name: 'api-client', points, seconds: 60 }
  const counted = await countAgainst(running, limit, verdict.client.id)
  if (!counted.isWithin) return tooMany(running, { headers, verdict, counted })
  await noteUse(running, verdict)
  const response = await handle(withoutCookies(request))
  for (const [name, value] of Object.entries(limitHeaders(counted)))
    response.headers.set(name, value)
  return response
}

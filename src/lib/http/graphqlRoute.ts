import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, type SanitizedConfig } from 'payload'
import { withDataHeaders } from './answerHeaders'
import { withApiKey } from './apiKeyGate'
import { guardRequest } from './guardRequest'
import { otherMethods, refusal } from './refusal'
import { refusedEarly } from './refusedEarly'

const asksForSchema = /__schema|__type\b/

const signedOut = (): Response =>
  Response.json(
    {
      errors: [
        {
          message: 'Sign in first: the schema is for people and software with an account.',
          extensions: { statusCode: 401 },
        },
      ],
    },
    { status: 401 },
  )

const keyNotHere = (): Response =>
  refusal(
    400,
    'invalid',
    'GraphQL reads no Idempotency-Key in the head of a request. Give actions the argument idempotencyKey, and make records by POST /api/<collection>.',
  )

type QueryError = { message: string; extensions?: unknown }

const errorsOfQuery = (text: string): QueryError[] | null => {
  if (!text.startsWith('[') && !text.startsWith('{"errors"')) return null
  const parsed: unknown = JSON.parse(text)
  if (Array.isArray(parsed)) return parsed
  const { data, errors } = parsed as { data?: unknown; errors: QueryError[] } // what a query answers
  return data === undefined && errors.every((each) => !each.extensions) ? errors : null
}

// A query that fails validation comes back with status 200, as a bare list or without our entries, and
// suggests names of the schema to whoever asks.
const tidy = async (response: Response): Promise<Response> => {
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  const text = await response.text()
  const wrong = errorsOfQuery(text)
  if (!wrong) return new Response(text, { status: response.status, headers })
  const errors = wrong.map(({ message }) => ({
    message: message.replace(/ Did you mean .*$/s, ''),
    extensions: { statusCode: 400 },
  }))
  return Response.json({ errors }, { status: 400 })
}

/** GraphQL behind the request guard; the schema itself only for signed-in callers. */
export const graphqlRoute = (config: Promise<SanitizedConfig> | SanitizedConfig) => {
  const handle = GRAPHQL_POST(config)
  const answer = async (request: Request): Promise<Response> => {
    if (asksForSchema.test(await request.clone().text())) {
      const payload = await getPayload({ config })
      const { user } = await payload.auth({ headers: request.headers })
      if (!user) return signedOut()
    }
    return handle(request)
  }
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return refusedEarly(config, otherMethods(['POST']))
    const checked = await guardRequest(request)
    if (checked instanceof Response) return refusedEarly(config, checked)
    if (checked.headers.has('idempotency-key')) return refusedEarly(config, keyNotHere())
    const response = await withApiKey(
      () => getPayload({ config }),
      checked,
      async (admitted) => tidy(await answer(admitted)),
    )
    return withDataHeaders(response)
  }
}

import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, type SanitizedConfig } from 'payload'
import { withDataHeaders } from './answerHeaders'
import { withApiKey } from './apiKeyGate'
import { guardRequest } from './guardRequest'

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

// A query that fails validation comes back as a bare list with status 200.
const tidy = async (response: Response): Promise<Response> => {
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  const text = await response.text()
  if (!text.startsWith('[')) return new Response(text, { status: response.status, headers })
  const errors = (JSON.parse(text) as { message: string }[]).map(({ message }) => ({
    message,
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
    const checked = await guardRequest(request)
    if (checked instanceof Response) return withDataHeaders(checked)
    const response = await withApiKey(
      () => getPayload({ config }),
      checked,
      async (admitted) => tidy(await answer(admitted)),
    )
    return withDataHeaders(response)
  }
}

import { pbkdf2Sync } from 'node:crypto'
import { handleEndpoints } from 'payload'
import { withApiKey } from '@/src/lib/http/apiKeyGate'
import { guardRequest } from '@/src/lib/http/guardRequest'
import type { TestApp } from './boot'

export type Answer = {
  status: number
  headers: Headers
  // Bodies differ by door; tests say what they expect.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
  /** What was sent, byte by byte: for files. */
  bytes: Uint8Array
}

export type Client = {
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  patch: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  delete: (path: string) => Promise<Answer>
  raw: (path: string, init: RequestInit) => Promise<Answer>
  graphql: (query: string, variables?: Record<string, unknown>) => Promise<Answer>
  cookie: string
  /** The headers that say who is asking. */
  credentials: Readonly<Record<string, string>>
}

const origin = 'http://localhost:3000'

const answerOf = async (response: Response): Promise<Answer> => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json')
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
    bytes,
  }
}

/** Speaks REST and GraphQL to the product in this process, through the same guard as the server. */
export const clientOf = (app: TestApp, credentials: Record<string, string> = {}): Client => {
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const request = new Request(`${origin}${path}`, {
      ...init,
      headers: {
        host: 'localhost:3000',
        ...credentials,
        ...(init.headers as Record<string, string>),
      },
    })
    if (new URL(request.url).pathname === '/api/graphql') {
      const { graphqlRoute } = await import('@/src/lib/http/graphqlRoute')
      return answerOf(await graphqlRoute(app.config)(request))
    }
    const checked = await guardRequest(request)
    if (checked instanceof Response) return answerOf(checked)
    return answerOf(
      await withApiKey(
        async () => app.payload,
        checked,
        (admitted) => handleEndpoints({ config: app.config, request: admitted }),
      ),
    )
  }
  const json =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(path, {
        method,
        body: JSON.stringify(body ?? {}),
        headers: { 'content-type': 'application/json', ...headers },
      })
  return {
    get: (path) => send(path, { method: 'GET' }),
    post: json('POST'),
    patch: json('PATCH'),
    delete: (path) => send(path, { method: 'DELETE' }),
    raw: send,
    graphql: (query, variables) => json('POST')('/api/graphql', { query, variables }),
    cookie: credentials['cookie'] ?? '',
    credentials,
  }
}

export const testPassword = 'harbour light above the bay'

const rounds = 1000
const salt = 'salt-of-tests'

/**
 * The password as the product keeps it, but hashed in a moment: thousands sign in. What takes its time on
 * purpose is tested with the product's own (tests/security/abuse/signIn.test.ts).
 */
export const testPasswordHash = (): string =>
  `pbkdf2$${rounds}$${salt}$${pbkdf2Sync(testPassword, salt, rounds, 32, 'sha256').toString('base64url')}`

/** The cookies an answer sets, as the browser sends them back. */
export const cookiesIn = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

/** Signs in over the real endpoint and answers a client that carries the session. */
export const signIn = async (
  app: TestApp,
  email: string,
  surface: 'staff' | 'portal' = 'staff',
): Promise<Client> => {
  const answer = await clientOf(app).post(`/api/auth/${surface}/login`, {
    email,
    password: testPassword,
  })
  if (answer.status !== 200) throw new Error(`Sign-in of ${email} answered ${answer.status}`)
  return clientOf(app, { cookie: cookiesIn(answer) })
}

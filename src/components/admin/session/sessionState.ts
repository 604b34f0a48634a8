import { callApi } from '../actions/callApi'

/** What the server says about this page's session. */
export type SessionState = {
  standing: string
  /** Who is signed in; empty while the factor is still to come. */
  userId: string
  methods: string[]
  /** On this browser's clock, in milliseconds. */
  endsAt: number
  warnMs: number
  /** The person was told that it ends. */
  isTold?: boolean
}

const readState = (body: Record<string, unknown>): SessionState => ({
  standing: String(body['standing']),
  userId: String((body['user'] as { id?: string } | undefined)?.id ?? ''), // shape of the endpoint
  methods: Array.isArray(body['methods']) ? body['methods'].map(String) : [],
  endsAt: Date.now() + Number(body['secondsLeft'] ?? 0) * 1000,
  warnMs: Number(body['warnSeconds'] ?? 0) * 1000,
})

/** `over` when nobody is signed in any more, null when the server could not be reached. */
export type Asked = SessionState | 'over' | null

const asked = async (path: string, call: Parameters<typeof callApi>[1]): Promise<Asked> => {
  const answer = await callApi(path, call)
  if (answer.ok) return readState(answer.body)
  return answer.status === 401 ? 'over' : null
}

/** Looks without making the session last longer. */
export const lookAtSession = (): Promise<Asked> =>
  asked('/api/auth/staff/session', { method: 'GET', isBackground: true })

/** Says that the person is there. */
export const touchSession = (): Promise<Asked> => asked('/api/auth/staff/touch', {})

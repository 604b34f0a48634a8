/** What a person has to do before a request goes on. */
export type Demand = 'step-up' | 'sign-in'

type Guard = {
  /** Asks the person; false when they would rather not. */
  ask: (demand: Demand) => Promise<boolean>
  /** Whether this page believes that its session is over. */
  isOver: () => boolean
}

// They are how the asking itself is done.
const asking = /^\/api\/auth\/staff\/(login|logout|verify|verify-options|step-up|session|touch)$/

const pathOf = (input: RequestInfo | URL): string => {
  const address = input instanceof Request ? input.url : String(input)
  const url = new URL(address, window.location.href)
  return url.origin === window.location.origin ? url.pathname : ''
}

const headersOf = (input: RequestInfo | URL, init?: RequestInit): Headers =>
  new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))

const demandIn = async (response: Response): Promise<Demand | null> => {
  if (response.status === 401) return 'sign-in'
  if (response.status !== 403) return null
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const [first] = (body as { errors?: { code?: string }[] } | null)?.errors ?? [] // our envelope
  return first?.code === 'step-up' ? 'step-up' : null
}

const isWords = /(%5B|\[)(like|contains)(%5D|\])=/i

/**
 * What looks for words by an address looks for them by a body instead: an address stays in the logs on its way.
 * Payload's own fields do so already, the choice of a record in a filter does not.
 */
const byBody = (input: RequestInfo | URL, init?: RequestInit): Parameters<typeof fetch> => {
  if (input instanceof Request || (init?.method ?? 'GET') !== 'GET') return [input, init]
  const url = new URL(String(input), window.location.href)
  const isOurs = url.origin === window.location.origin && url.pathname.startsWith('/api/')
  if (!isOurs || !isWords.test(url.search)) return [input, init]
  const headers = new Headers(init?.headers)
  headers.set('Content-Type', 'application/x-www-form-urlencoded')
  headers.set('X-Payload-HTTP-Method-Override', 'GET')
  return [url.pathname, { ...init, method: 'POST', headers, body: url.search.slice(1) }]
}

/**
 * Fetches as the browser does; where the server wants the person to sign in again or to show their factor,
 * asks for it in this page and sends the same once more. So every form keeps what was typed, Payload's too.
 */
export const guardedFetch =
  (plain: typeof fetch, { ask, isOver }: Guard): typeof fetch =>
  async (...asked) => {
    const [input, init] = byBody(...asked)
    const path = pathOf(input)
    const headers = headersOf(input, init)
    const isApi = path.startsWith('/api/') && !asking.test(path)
    const isBackground = headers.has('x-background')
    const isServerFunction = headers.has('next-action')
    if (isServerFunction && isOver() && !(await ask('sign-in'))) return plain(input, init)
    if (!isApi || isBackground) return plain(input, init)
    const again = input instanceof Request ? input.clone() : input
    const response = await plain(input, init)
    const demand = await demandIn(response)
    if (!demand || init?.signal?.aborted) return response
    return (await ask(demand)) ? plain(again, init) : response
  }

import type { Answer } from '@/tests/support/client'
import { textsOfPdf } from '@/tests/support/pdf'
import { type Canary, canariesIn, nameOf } from '../world/canaries'
import type { Caller } from '../world/makeCallers'
import type { Oracle } from '../world/oracle'

/** What the answer must be, whatever is in it. */
export type Expected =
  /** Not for this caller: 401, 403 or 404, and nothing in it. */
  | 'refused'
  /** 200 and, for a list, exactly the rows of the scope. */
  | 'answered'
  /** 400: the question itself is not allowed. */
  | 'bad'
  /** 404: the door is shut to all. */
  | 'gone'
  /** Anything but a fault of the server. */
  | 'any'

export type Request = {
  /** The door as the registry names it, such as `get /patients/:id`. */
  door: string
  path: string
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
  expected: Expected
  /** For a list: how many rows there must be, and which. */
  ids?: readonly string[]
  count?: number
  /** What this door tells besides, by design. */
  isToldBesides?: (canary: string) => boolean
  /** Whether rows that are made of canaries may bring it down. */
  isBrittle?: boolean
}

export type Finding = { caller: string; request: string; problem: string }

/** What an answer showed, and the mark by which its lines in the access log are found. */
export type Shown = { agent: string; caller: Caller; request: string; canaries: readonly Canary[] }

export type Crawl = {
  findings: Finding[]
  requests: number
  /** Doors that were tried. */
  doors: Set<string>
  /** Doors that answered somebody with 200. */
  answered: Set<string>
  /** By caller: the canaries that reached them. */
  seen: Map<string, Set<string>>
  /** Answers that showed something. */
  shown: Shown[]
}

export const newCrawl = (): Crawl => ({
  findings: [],
  requests: 0,
  doors: new Set(),
  answered: new Set(),
  seen: new Map(),
  shown: [],
})

// Payload answers 501 where a collection has no addresses at all.
const refusals = new Set([401, 403, 404, 501])

const statusProblem = (expected: Expected, status: number): string | null => {
  if (status >= 500 && status !== 501) return `answered ${status}`
  if (expected === 'refused' && !refusals.has(status)) return `answered ${status}, not a refusal`
  if (expected === 'answered' && status !== 200) return `answered ${status}, not 200`
  if (expected === 'gone' && status !== 404) return `answered ${status}, not 404`
  if (expected === 'bad' && status !== 400) return `answered ${status}, not 400`
  return null
}

const bodyText = ({ body, bytes, headers }: Answer): string => {
  if (headers.get('content-type') === 'application/pdf') return textsOfPdf(bytes)
  return typeof body === 'string' ? body : JSON.stringify(body)
}

const listProblem = ({ ids, count }: Request, { body, status }: Answer): string | null => {
  if (status !== 200) return null
  if (count !== undefined && body.totalDocs !== count)
    return `counted ${body.totalDocs}, not ${count}`
  if (!ids) return null
  const shown: string[] = body.docs.map((doc: { id: string }) => doc.id)
  const more = shown.filter((id) => !ids.includes(id))
  const less = ids.filter((id) => !shown.includes(id))
  return more.length || less.length
    ? `showed ${more.length} rows beyond the scope and left out ${less.length} within it`
    : null
}

export const ask = (
  { client }: Caller,
  { method = 'GET', path, body, headers = {} }: Request,
): Promise<Answer> =>
  method === 'GET' || method === 'DELETE'
    ? client.raw(path, { method, headers })
    : client.raw(path, {
        method,
        body: JSON.stringify(body ?? {}),
        headers: { 'content-type': 'application/json', ...headers },
      })

/** Sends one request and holds its answer against the table. */
export const visit = async (
  crawl: Crawl,
  oracle: Oracle,
  caller: Caller,
  request: Request,
): Promise<Answer> => {
  crawl.requests += 1
  const agent = `crawl ${crawl.requests}`
  const headers = { ...request.headers, 'user-agent': agent }
  const answer = await ask(caller, { ...request, headers })
  const problems: string[] = []
  crawl.doors.add(request.door)
  if (answer.status === 200) crawl.answered.add(request.door)
  const status = statusProblem(request.expected, answer.status)
  if (status && !(request.isBrittle && answer.status >= 500)) problems.push(status)
  const list = listProblem(request, answer)
  if (list) problems.push(list)
  // What was asked comes back in some refusals; it says nothing the caller did not say.
  const asked = new Set(
    canariesIn(`${request.path} ${JSON.stringify(request.body ?? '')}`).map(nameOf),
  )
  const seen = crawl.seen.get(caller.name) ?? new Set<string>()
  crawl.seen.set(caller.name, seen)
  const shown: Canary[] = []
  for (const found of canariesIn(bodyText(answer))) {
    const name = nameOf(found)
    if (asked.has(name)) continue
    seen.add(name)
    shown.push(found)
    if (!oracle.maySee(caller, found) && !request.isToldBesides?.(name))
      problems.push(`leaked ${name}`)
  }
  const said = `${request.method ?? 'GET'} ${request.path}`
  if (shown.length) crawl.shown.push({ agent, caller, request: said, canaries: shown })
  for (const problem of problems.slice(0, 3))
    crawl.findings.push({
      caller: caller.name,
      request: said,
      problem,
    })
  return answer
}

/** What the table grants and no door showed. */
export const unseen = (crawl: Crawl, caller: Caller, expected: readonly Canary[]): string[] =>
  expected.map(nameOf).filter((name) => !crawl.seen.get(caller.name)?.has(name))

export const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ caller, request, problem }) => `${caller}: ${request}: ${problem}`)

import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './openapi'

export type Clinic = Client<paths>

export type Connection = {
  /** Such as https://clinic.example . */
  baseUrl: string
  /** The key of an API client: tops_… */
  key: string
  /** For tests and for programs with a way to the network of their own. */
  fetch?: (request: Request) => Promise<Response>
}

const longestWaitSeconds = 60

const wait = (seconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, seconds * 1000)
  })

/** A refusal of the server, with its sentences for people. */
export class ClinicError extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    const { errors } = (body ?? {}) as { errors?: { message?: string }[] } // one shape on every door
    super(errors?.map(({ message }) => message).join(' ') || `The server answered ${status}.`)
    this.name = 'ClinicError'
  }
}

const partsOf = (name: string, value: unknown): string[] => {
  if (value === undefined) return []
  if (Array.isArray(value)) return [`${name}=${encodeURIComponent(value.join(','))}`]
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) =>
      partsOf(`${name}[${encodeURIComponent(key)}]`, each),
    )
  return [`${name}=${encodeURIComponent(String(value))}`]
}

/** `{ where: { status: { equals: 'active' } } }` as `where[status][equals]=active`. */
const queryOf = (query: Record<string, unknown>): string =>
  Object.entries(query)
    .flatMap(([name, value]) => partsOf(name, value))
    .join('&')

/** A typed client of one practice. Who makes too many calls waits as long as the server says, once. */
export const connect = ({ baseUrl, key, fetch: given }: Connection): Clinic => {
  const send = given ?? ((request: Request) => fetch(request))
  return createClient<paths>({
    baseUrl,
    querySerializer: queryOf,
    headers: { Authorization: `Bearer ${key}` },
    fetch: async (request) => {
      const again = request.clone()
      const answer = await send(request)
      if (answer.status !== 429) return answer
      await wait(Math.min(Number(answer.headers.get('retry-after') ?? 1), longestWaitSeconds))
      return send(again)
    },
  })
}

type Answer<Data> = { data?: Data; error?: unknown; response: Response }

/** What was asked for. Throws a ClinicError on a refusal. */
export const answered = async <Data>(asked: Promise<Answer<Data>>): Promise<Data> => {
  const { data, error, response } = await asked
  if (data === undefined) throw new ClinicError(response.status, error)
  return data
}

type Page<Row> = { docs: Row[]; after?: string | null }

/** Every record of a long list, page by page: `everyRow((after) => answered(clinic.GET(…)))`. */
export async function* everyRow<Row>(
  pageAfter: (after: string) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let after: string | null = ''
  while (after !== null) {
    const page: Page<Row> = await pageAfter(after)
    yield* page.docs
    after = page.after ?? null
  }
}

/** One reason why the practice's server refused; `path` names the field it belongs to. */
export type Problem = { path: string; message: string }

export type Sent =
  | { isOk: true; body: Record<string, unknown> }
  | { isOk: false; status: number; problems: Problem[]; code?: string }

export type Outgoing = {
  /** Beneath /portal/api, for example `/consents/ID/sign`. */
  path: string
  method?: 'GET' | 'POST' | 'PATCH'
  body?: Record<string, unknown> | FormData
  /** The same for every repetition of one wish, so that it happens once. */
  idempotencyKey?: string
  /** Asked by the page, not by the person: the session does not last longer for it. */
  isBackground?: boolean
}

const unreachable: Problem = {
  path: '',
  message:
    'The practice could not be reached. Check your connection and try again. What you entered is still here.',
}

const unclear: Problem = {
  path: '',
  message: 'This did not work, and nothing was saved. Try again in a minute, or call us.',
}

type Entry = { message?: unknown; data?: { errors?: { path?: unknown; message?: unknown }[] } }

const problemsIn = (body: unknown): Problem[] => {
  const errors = body && typeof body === 'object' && 'errors' in body ? body.errors : null
  if (!Array.isArray(errors)) return [unclear]
  const found = (errors as Entry[]).flatMap((entry): Problem[] => {
    const listed = (entry.data?.errors ?? []).filter((each) => typeof each.message === 'string')
    if (listed.length)
      return listed.map((each) => ({
        path: String(each.path ?? ''),
        message: String(each.message),
      }))
    return typeof entry.message === 'string' ? [{ path: '', message: entry.message }] : []
  })
  const isSame = (a: Problem) => (b: Problem) => a.path === b.path && a.message === b.message
  const distinct = found.filter((problem, index) => found.findIndex(isSame(problem)) === index)
  return distinct.length ? distinct : [unclear]
}

const codeIn = (body: unknown): string => {
  const errors = body && typeof body === 'object' && 'errors' in body ? body.errors : null
  const [first] = Array.isArray(errors) ? (errors as { code?: unknown }[]) : []
  return typeof first?.code === 'string' ? first.code : ''
}

/** Sends one request to the portal's API and reads its answer, refusals and lost connections included. */
export const sendRequest = async ({
  path,
  method = 'POST',
  body,
  idempotencyKey,
  isBackground,
}: Outgoing): Promise<Sent> => {
  const isForm = body instanceof FormData
  try {
    const response = await fetch(`/portal/api${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
        ...(isBackground ? { 'X-Background': '1' } : {}),
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      body: isForm ? body : body ? JSON.stringify(body) : undefined,
    })
    const answer: unknown = await response.json().catch(() => null)
    if (!response.ok) {
      const problems = problemsIn(answer)
      return { isOk: false, status: response.status, problems, code: codeIn(answer) }
    }
    return { isOk: true, body: (answer ?? {}) as Record<string, unknown> } // JSON object of our API
  } catch {
    return { isOk: false, status: 0, problems: [unreachable] }
  }
}

/** A key no other wish has; works on addresses without a certificate too. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

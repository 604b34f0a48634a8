import type { FindingView } from '../ui/Findings'

export type RefusedFinding = FindingView & { path?: string; youMayOverride?: boolean }

export type ApiAnswer =
  | { ok: true; status: number; body: Record<string, unknown> }
  | { ok: false; status: number; code: string; findings: RefusedFinding[]; reference: string }

type ErrorEntry = {
  message?: string
  code?: string
  rule?: string
  fixUrl?: string
  reference?: string
  youMayOverride?: boolean
  data?: { errors?: { path?: string }[] }
}

type Call = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  /** A form with a file, in place of a body. */
  form?: FormData
  idempotencyKey?: string
  signal?: AbortSignal
  /** Asked by the page, not by the person: the session does not last longer for it. */
  isBackground?: boolean
}

const offline: ApiAnswer = {
  ok: false,
  status: 0,
  code: 'offline',
  findings: [
    { message: 'The server could not be reached. What you typed is still here: try again.' },
  ],
  reference: '',
}

const refused = (status: number, body: Record<string, unknown>): ApiAnswer => {
  const entries = Array.isArray(body['errors']) ? (body['errors'] as ErrorEntry[]) : [] // our envelope
  const [first] = entries
  const findings = entries.map((entry) => ({
    message: entry.message ?? 'This was refused.',
    rule: entry.rule,
    fixUrl: entry.fixUrl,
    youMayOverride: entry.youMayOverride,
    path: entry.data?.errors?.[0]?.path,
  }))
  return {
    ok: false,
    status,
    code: first?.code ?? 'failed',
    findings: findings.length
      ? findings
      : [{ message: 'Something went wrong. Try again in a moment.' }],
    reference: first?.reference ?? '',
  }
}

/** Speaks to our own API as the signed-in person. Never throws: a refusal is an answer too. */
export const callApi = async (path: string, call: Call = {}): Promise<ApiAnswer> => {
  const method = call.method ?? 'POST'
  try {
    const response = await fetch(path, {
      method,
      signal: call.signal,
      credentials: 'same-origin',
      headers: {
        ...(method === 'GET' || call.form ? {} : { 'Content-Type': 'application/json' }),
        ...(call.isBackground ? { 'X-Background': '1' } : {}),
        ...(call.idempotencyKey ? { 'Idempotency-Key': call.idempotencyKey } : {}),
      },
      ...(method === 'GET' ? {} : { body: call.form ?? JSON.stringify(call.body ?? {}) }),
    })
    const text = await response.text()
    const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
    return response.ok
      ? { ok: true, status: response.status, body }
      : refused(response.status, body)
  } catch {
    return offline
  }
}

/** Reads a list by POST, so that nothing personal stands in an address. */
export const searchApi = async (
  slug: string,
  query: Record<string, string>,
): Promise<ApiAnswer> => {
  try {
    const response = await fetch(`/api/${slug}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Payload-HTTP-Method-Override': 'GET',
      },
      body: new URLSearchParams(query).toString(),
    })
    const body = (await response.json()) as Record<string, unknown>
    return response.ok
      ? { ok: true, status: response.status, body }
      : refused(response.status, body)
  } catch {
    return offline
  }
}

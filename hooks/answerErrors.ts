import type { AfterErrorHook, PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { fieldClasses, fieldClassOf } from '@/access/fieldClasses'
import { mayRead, mayWrite } from '@/access/fieldRights'
import { actorOf } from '@/access/principal'
import { isDuplicateKey, isWriteConflict } from '@/src/lib/database'
import { type Finding, isRefusal } from '@/src/lib/errors'
import { requestIdOf } from './audit/event'
import { audit } from './audit/writer'
import { failWrites } from './audit/writes'
import { clientRefusal } from './clientRefusal'
import { canOverride } from './enforce'

export type ErrorEntry = {
  status: number
  code: string
  name: string
  message: string
  rule?: string
  mayOverride?: readonly string[]
  youMayOverride?: boolean
  fixUrl?: string
  reference: string
  data: { errors: { path: string; message: string }[] }
}

const codes: Record<number, string> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'not-granted',
  404: 'not-found',
  405: 'not-allowed-here',
  409: 'conflict',
  412: 'precondition-failed',
  413: 'too-large',
  415: 'wrong-type',
  422: 'refused-by-rule',
  423: 'conflict',
  428: 'precondition-required',
  429: 'too-many',
  503: 'audit-down',
}

type Incoming = Error & {
  status?: number
  data?: { errors?: { path?: string; message?: string; label?: string }[] }
}

const shutSentence =
  'A part of this record that you may not see stands against it. Ask somebody who may see it.'
const conflictSentence = 'Somebody else changed this at the same moment. Reload and try again.'

// How the reader of uploads says that a body ended too early or has no parts.
const cutShort = /^(?:Unexpected end of form|Malformed part header|Multipart: Boundary not found)/

const plainMessage = (status: number, message: string): string => {
  if (status === 403) return 'You may not do this with this kind of record.'
  if (status === 404) return 'Nothing was found here. It may not exist, or you may not have access.'
  if (status === 401) return 'Sign in first.'
  if (status >= 500)
    return 'Something went wrong on our side. Nothing was saved. Tell us the reference if it happens again.'
  return message
}

/** Status and findings of any error; whatever is not ours becomes one of the closed set. */
export const describeError = (
  error: Incoming,
  req: PayloadRequest,
): { status: number; findings: Finding[]; code: string } => {
  if (isRefusal(error))
    return { status: error.status, findings: [...error.findings], code: error.code }
  if (isWriteConflict(error) || (isDuplicateKey(error) && error.status === undefined))
    return { status: 409, findings: [{ message: conflictSentence }], code: 'conflict' }
  if (error.name === 'CastError') {
    return {
      status: 400,
      findings: [{ message: 'One of the ids in this request is not an id.' }],
      code: 'invalid',
    }
  }
  if (error.status === undefined && cutShort.test(error.message)) {
    const message = 'The file did not arrive whole. Send it again.'
    return { status: 400, findings: [{ message }], code: 'invalid' }
  }
  const isSignedOut = error.status === 403 && actorOf(req).kind === 'anonymous'
  const given = typeof error.status === 'number' ? error.status : 500
  const status = isSignedOut ? 401 : given
  const actor = actorOf(req)
  if (status === 403 && actor.kind === 'apiClient') {
    const message = clientRefusal(req, actor)
    return { status, findings: [{ message, rule: 'R107' }], code: 'not-granted' }
  }
  const listed = error.data?.errors?.filter((each) => each.message) ?? []
  const findings = listed.length
    ? listed.map((each) => ({ path: each.path ?? '', message: String(each.message) }))
    : [{ message: plainMessage(status, error.message) }]
  return { status, findings, code: codes[status] ?? 'failed' }
}

/** What is said about a field may repeat what is in it: who may not read the field is told only that. */
const withoutShutFields = (
  findings: readonly Finding[],
  req: PayloadRequest,
  slug: string,
): Finding[] => {
  if (!fieldClasses[slug] || systemMarkOf(req)) return [...findings]
  const { principals } = actorOf(req)
  const isShut = ({ path, rule }: Finding): boolean => {
    // The revision says nothing of what is in a record.
    if (!path || rule || path === 'rev') return false
    const fieldClass = fieldClassOf(slug, path)
    return !mayRead(principals, fieldClass) && !mayWrite(principals, fieldClass)
  }
  const open = findings.filter((finding) => !isShut(finding))
  return open.length === findings.length ? open : [...open, { message: shutSentence }]
}

export const errorEntries = (
  error: Incoming,
  req: PayloadRequest,
  slug = '',
): { status: number; entries: ErrorEntry[] } => {
  const described = describeError(error, req)
  const { status, code } = described
  const findings = withoutShutFields(described.findings, req, slug)
  const reference = requestIdOf(req)
  const entries = findings.map((finding) => ({
    status,
    code,
    name: status === 400 ? 'ValidationError' : 'Refusal',
    message: finding.message,
    ...(finding.rule ? { rule: finding.rule } : {}),
    ...(finding.mayOverride
      ? { mayOverride: finding.mayOverride, youMayOverride: canOverride(req, finding) }
      : {}),
    ...(finding.fixUrl ? { fixUrl: finding.fixUrl } : {}),
    reference,
    data: { errors: finding.path ? [{ path: finding.path, message: finding.message }] : [] },
  }))
  return { status, entries }
}

/** What was refused and why, in the log; a fault of ours counts as failed. */
const noteRefusal = async (
  req: PayloadRequest,
  { status, entries, collection }: { status: number; entries: ErrorEntry[]; collection: string },
): Promise<void> => {
  const rules = [
    ...new Set(entries.map((entry) => entry.rule).filter((rule): rule is string => Boolean(rule))),
  ]
  await failWrites(req, status >= 500 ? 'failed' : 'refused', rules)
  if (status !== 401 && status !== 403 && status !== 422) return
  await audit(req, {
    action: `${req.method?.toLowerCase() ?? 'call'}`,
    outcome: 'refused',
    collection,
    rules,
    reason: entries[0]?.code,
  })
}

type Answered = ReturnType<typeof errorEntries>

/** The refusal as it is answered: while the log cannot be written, even a refusal says only that. */
const noted = async (
  req: PayloadRequest,
  answer: Answered,
  collection: string,
): Promise<Answered> => {
  if (answer.status === 503) return answer
  try {
    await noteRefusal(req, { ...answer, collection })
    return answer
  } catch (error) {
    return errorEntries(error as Incoming, req)
  }
}

/** One shape for every refusal at every door, with a reference the log can find. */
export const answerErrors: AfterErrorHook = async ({ error, req, collection, graphqlResult }) => {
  req.context ??= {}
  // GraphQL wraps what was thrown.
  const thrown = ((error as { originalError?: Incoming }).originalError ?? error) as Incoming
  const first = errorEntries(thrown, req, collection?.slug)
  if (first.status >= 500) req.payload.logger.error({ reference: requestIdOf(req), err: error })
  const { status, entries } = await noted(req, first, collection?.slug ?? '')
  if (graphqlResult) {
    const shown = {
      ...graphqlResult,
      message: entries.map((entry) => entry.message).join(' '),
      extensions: { statusCode: status, errors: entries },
    }
    return { graphqlResult: shown as never } // our entries stand where Payload puts its own
  }
  return { response: { errors: entries } as never, status } // our envelope extends Payload's
}

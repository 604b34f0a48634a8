import { APIError } from 'payload'

/** One reason why a request was refused; several may stand in one answer. */
export type Finding = {
  /** Dotted path of the field the sentence belongs to; empty for the whole record. */
  path?: string
  /** A plain sentence that names the thing and the way out. */
  message: string
  /** Rule id of the product's rule list, such as R52. */
  rule?: string
  /** Roles that may override with a reason; absent when nobody may. */
  mayOverride?: readonly string[]
  /** Where in the product the reason can be mended. */
  fixUrl?: string
}

export type RefusalCode =
  | 'invalid'
  | 'signed-out'
  | 'not-granted'
  | 'not-found'
  | 'not-allowed-here'
  | 'conflict'
  | 'stale'
  | 'precondition-failed'
  | 'precondition-required'
  | 'too-large'
  | 'wrong-type'
  | 'refused-by-rule'
  | 'step-up'
  | 'too-many'
  | 'audit-down'

const statusOf: Record<RefusalCode, number> = {
  invalid: 400,
  'signed-out': 401,
  'not-granted': 403,
  'not-found': 404,
  'not-allowed-here': 405,
  conflict: 409,
  stale: 409,
  'precondition-failed': 412,
  'precondition-required': 428,
  'too-large': 413,
  'wrong-type': 415,
  'refused-by-rule': 422,
  'step-up': 403,
  'too-many': 429,
  'audit-down': 503,
}

export const refusalCodes = Object.keys(statusOf)

/**
 * The one error the product throws on purpose. `code` fixes the HTTP status; every finding becomes
 * one entry of the answer's `errors`.
 */
export class Refusal extends APIError {
  readonly code: RefusalCode
  readonly findings: readonly Finding[]

  constructor(code: RefusalCode, findings: string | readonly Finding[], status = statusOf[code]) {
    const list = typeof findings === 'string' ? [{ message: findings }] : findings
    const data = { errors: list.map(({ path, message }) => ({ path: path ?? '', message })) }
    super(list.map((finding) => finding.message).join(' '), status, data, true)
    this.name = 'Refusal'
    this.code = code
    this.findings = list
  }
}

export const notFound = (): Refusal =>
  new Refusal('not-found', 'Nothing was found here. It may not exist, or you may not have access.')

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === 'Refusal' && 'findings' in error

/** Whether an error is an answer to whoever asked, a Refusal or one of Payload's own, and not a fault of ours. */
export const isAnswer = (error: unknown): boolean =>
  error instanceof Error &&
  'isPublic' in error &&
  error.isPublic === true &&
  'status' in error &&
  Number(error.status) < 500

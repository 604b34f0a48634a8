import { hmac, isSameSecret, randomToken } from '../crypto'

/** Nobody reads and fills the form faster; nobody leaves it open longer. */
export const formTimes = { minimumMs: 3_000, maximumMs: 2 * 3_600_000 } as const

export type FormToken =
  | { state: 'good'; nonce: string }
  /** Sent within three seconds of being shown. */
  | { state: 'tooFast' }
  /** Older than two hours, altered, or missing. */
  | { state: 'stale' }

type Signing = { secret: string; form: string; now: Date }

const sign = (secret: string, form: string, body: string): string =>
  hmac(secret, `website-form|${form}|${body}`).slice(0, 32)

/** Says when a form was shown, so that only somebody who was shown it can send it. */
export const issueFormToken = ({ secret, form, now }: Signing): string => {
  const body = `${now.getTime().toString(36)}.${randomToken(12)}`
  return `${body}.${sign(secret, form, body)}`
}

/** Reads a token back. `nonce` is the same for every repetition of one form. */
export const readFormToken = (token: string, { secret, form, now }: Signing): FormToken => {
  const [shownAt = '', nonce = '', signature = ''] = token.split('.')
  if (!isSameSecret(signature, sign(secret, form, `${shownAt}.${nonce}`))) return { state: 'stale' }
  const age = now.getTime() - Number.parseInt(shownAt, 36)
  if (!Number.isFinite(age) || age < 0 || age > formTimes.maximumMs) return { state: 'stale' }
  return age < formTimes.minimumMs ? { state: 'tooFast' } : { state: 'good', nonce }
}

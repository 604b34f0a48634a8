import type { InquiryErrors, InquiryValues } from './inquiryFields'

/** What the form shows after it was sent and could not be taken: everything typed, and why. */
export type InquiryState = {
  values: InquiryValues
  errors: InquiryErrors
  /** A sentence about the form as a whole. */
  notice: string
  token: string
  /** Grows with every answer, so that the form starts afresh from `values`. */
  attempt: number
}

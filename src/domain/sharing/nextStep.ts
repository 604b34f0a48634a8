import type { CalendarDate } from '../calendarDate'
import { daysBetween, formatDate } from '../calendarDate'
import { labelIn } from './codes'
import { sendMethods } from './recipients'

/** A request for records as its next step needs it. */
export type RequestFacts = {
  kind: string
  status: string
  requesterKind: string
  isVerified: boolean
  isReviewAsked: boolean
  isReviewed: boolean
  /** How the answer gets there; empty while it is open. */
  method: string
  /** State of the disclosure that answers it; null while there is none. */
  sharing: string | null
  /** State of its file, for whom the table shows files; null otherwise. */
  file: string | null
  /** Last day on which the file can be taken. */
  fileUntil: CalendarDate | null
}

const forOpen = ({ kind, isVerified, requesterKind }: RequestFacts): string => {
  if (requesterKind === 'lawyer' || requesterKind === 'other')
    return 'Is a release signed by the patient with it? Then give what it covers. If not, refuse: the chart goes on legal hold.'
  if (!isVerified) return 'Make sure who asks, then press Verify.'
  if (requesterKind === 'court')
    return 'Read the order: give what it names and nothing more, on the ground of the court order.'
  return kind === 'accounting'
    ? 'Make the list as a PDF in the chart, hand it over, then press Give records.'
    : 'Give the records, or deny them on a ground of the law.'
}

const forAnswered = ({ method, sharing, file, fileUntil }: RequestFacts): string => {
  if (sharing !== 'prepared') return ''
  if (file === 'failed')
    return 'The records could not be put together. Press Take the file to try again.'
  if (file === 'expired' || file === 'dropped')
    return 'Nobody took the file in time, so it was destroyed. Press Do not send; who asked can ask again.'
  if (method === 'portal')
    return file === 'ready' && fileUntil
      ? `Ready on the private page until ${formatDate(fileUntil)}: the patient takes it there.`
      : 'It is being put together for the private page, where the patient takes it.'
  const how = labelIn(sendMethods, method).toLowerCase()
  return file === 'taken'
    ? `The file was taken. Send it (${how}), then mark it as sent.`
    : `Take the file, send it (${how}), then mark it as sent.`
}

/** What somebody has to do about a request now, in a sentence; empty when it is over. */
export const nextStepOf = (facts: RequestFacts): string => {
  if (facts.status === 'open') return forOpen(facts)
  if (facts.status === 'fulfilled') return forAnswered(facts)
  if (facts.status === 'denied' && facts.isReviewAsked && !facts.isReviewed)
    return 'A second look was asked for: a licensed clinician who had no part in the denial decides.'
  return ''
}

/** How pressing a day is: late, within a week, or later (R62). */
export const pressureOf = (dueOn: CalendarDate, today: CalendarDate): 'late' | 'soon' | 'later' => {
  const left = daysBetween(today, dueOn)
  if (left < 0) return 'late'
  return left <= 7 ? 'soon' : 'later'
}

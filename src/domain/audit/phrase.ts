import { areaOf } from './areas'

/** What a line of the access log says, apart from who and when. */
export type LoggedEvent = {
  action: string
  outcome: string
  collectionSlug: string
  /** How many records it was about. */
  resultCount: number
  /** Names of the fields that were changed, separated by spaces. */
  fields: string
  /** Ids of rules that refused it, separated by spaces. */
  rules: string
}

const past: Readonly<Record<string, string>> = {
  read: 'Looked at',
  create: 'Added',
  update: 'Changed',
  delete: 'Deleted',
  export: 'Exported',
  'found-words': 'Found words in',
  'found-damaged': 'Found damaged:',
  rotated: 'Finished',
  start: 'Began',
  sign: 'Signed',
  share: 'Shared',
  void: 'Voided',
  cancel: 'Canceled',
  close: 'Closed',
  complete: 'Completed',
  submit: 'Submitted',
  withdraw: 'Withdrew',
  accept: 'Accepted',
  approve: 'Approved',
  assess: 'Assessed',
  book: 'Booked',
  'check-in': 'Checked in for',
  confirm: 'Confirmed',
  cosign: 'Co-signed',
  decline: 'Declined',
  'destroy-chart': 'Destroyed the chart behind',
  end: 'Ended',
  'end-roles': 'Ended the roles of',
  'grant-roles': 'Asked for other roles in',
  import: 'Imported',
  lift: 'Lifted',
  place: 'Placed',
  send: 'Sent',
  revoke: 'Took back',
  enter: 'Entered',
  extend: 'Extended',
  fulfil: 'Answered',
  deny: 'Denied',
  refuse: 'Refused',
  label: 'Set',
  unlabel: 'Took off',
  hide: 'Suspended',
  issue: 'Issued',
  'let-go': 'Let go of old days of',
  'no-show': 'Marked as missed:',
  post: 'Posted',
  prepare: 'Prepared',
  record: 'Recorded',
  reject: 'Rejected',
  reschedule: 'Moved',
  return: 'Returned',
  revise: 'Revised',
  'start-session': 'Started the session of',
  triage: 'Triaged',
  verify: 'Verified',
}

const asked: Readonly<Record<string, string>> = {
  get: 'look at',
  post: 'add or change',
  patch: 'change',
  put: 'change',
  delete: 'delete',
  read: 'look at',
  create: 'add',
  update: 'change',
  export: 'export',
}

const aboutNobody: Readonly<Record<string, string>> = {
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  'password-set': 'Chose a password',
  'password-reset-asked': 'Asked for a new password',
  'step-up': 'Gave the password again',
  'use-key': 'Used an API key',
  'first-owner': 'Made the account of the first owner',
  'key-copy': 'Proved that the keys were copied',
  'mail-test': 'Tested the mail server',
  'leave-out': 'Went on in the guided start without a step',
  'finish-setup': 'Finished the guided start',
}

/** Steps with words of their own; in brackets what DICOM (110127) and FHIR call them. */
const steps: Readonly<Record<string, string>> = {
  'break-glass-grants start': 'Opened a chart in an emergency (Emergency Override Started)',
  'break-glass-grants end': 'Ended an emergency access (Emergency Override Stopped)',
  'break-glass-grants review': 'Reviewed an emergency access',
}

const spaced = (words: string): string => words.replaceAll('-', ' ')

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const objectOf = ({ collectionSlug, resultCount }: LoggedEvent): string => {
  if (!collectionSlug) return ''
  const { one, many } = areaOf(collectionSlug)
  if (resultCount <= 1 || one === many) return one
  return `${resultCount} ${many}`
}

const refusal = (event: LoggedEvent): string => {
  const rules = event.rules ? ` (${event.rules.split(' ').join(', ')})` : ''
  if (aboutNobody[event.action]) return `Was refused: ${spaced(event.action)}${rules}`
  const verb = asked[event.action] ?? spaced(event.action)
  return `Was refused: ${[verb, objectOf(event)].filter(Boolean).join(' ')}${rules}`
}

/** One line of the log in plain words: "Looked at 12 appointments", "Was refused: change a consent (R52)". */
export const phraseOf = (event: LoggedEvent): string => {
  if (event.outcome === 'refused') return refusal(event)
  const known = aboutNobody[event.action]
  if (known) return event.outcome === 'failed' ? `${known}, without success` : known
  const step = steps[`${event.collectionSlug} ${event.action}`]
  const verb = past[event.action]
  const object = objectOf(event)
  const words = verb
    ? [verb, object].filter(Boolean).join(' ')
    : [capital(spaced(event.action)), object].filter(Boolean).join(': ')
  const ending: Record<string, string> = {
    failed: ', which failed',
    'not-applied': ', which did not come about',
  }
  const said = step ?? words
  return `${said}${ending[event.outcome] ?? ''}`
}

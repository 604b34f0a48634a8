import type { Tone } from './Chip'
import type { IconName } from './Icon'

type StateLook = { label: string; tone: Tone; icon?: IconName }

// The same words as in the API, spelled for people.
const looks: Record<string, StateLook> = {
  booked: { label: 'Booked', tone: 'info', icon: 'calendar' },
  checkedIn: { label: 'Checked in', tone: 'ok' },
  inSession: { label: 'In session', tone: 'ok', icon: 'play' },
  completed: { label: 'Completed', tone: 'plain', icon: 'check' },
  cancelled: { label: 'Canceled', tone: 'plain', icon: 'close' },
  noShow: { label: 'No show', tone: 'bad' },
  inProgress: { label: 'In progress', tone: 'ok', icon: 'play' },
  stopped: { label: 'Stopped', tone: 'warn' },
  new: { label: 'New', tone: 'info', icon: 'inbox' },
  triaged: { label: 'Triaged', tone: 'info', icon: 'check' },
  waitlisted: { label: 'Waitlisted', tone: 'warn' },
  intakeBooked: { label: 'Intake booked', tone: 'ok', icon: 'calendar' },
  declined: { label: 'Declined', tone: 'plain', icon: 'close' },
  closed: { label: 'Closed', tone: 'plain', icon: 'close' },
  urgent: { label: 'Urgent', tone: 'bad' },
  priority: { label: 'Priority', tone: 'warn', icon: 'up' },
  standard: { label: 'Standard', tone: 'plain', icon: 'same' },
  draft: { label: 'Draft', tone: 'plain' },
  ready: { label: 'Ready', tone: 'ok' },
  held: { label: 'Held', tone: 'warn' },
  submitted: { label: 'Sent', tone: 'info', icon: 'same' },
  accepted: { label: 'Accepted', tone: 'info', icon: 'check' },
  rejected: { label: 'Rejected', tone: 'bad' },
  denied: { label: 'Denied', tone: 'bad' },
  partiallyPaid: { label: 'Partly paid', tone: 'warn' },
  paid: { label: 'Paid', tone: 'ok' },
  patientOwes: { label: 'Patient owes', tone: 'info', icon: 'money' },
  voided: { label: 'Entered in error', tone: 'plain', icon: 'close' },
  replaced: { label: 'Replaced', tone: 'plain', icon: 'same' },
  signed: { label: 'Signed', tone: 'ok' },
  pendingCosign: { label: 'Pending co-signature', tone: 'warn' },
  returned: { label: 'Returned', tone: 'bad' },
  open: { label: 'Open', tone: 'warn' },
  done: { label: 'Done', tone: 'ok' },
  waived: { label: 'Waived', tone: 'plain', icon: 'check' },
  pending: { label: 'Pending', tone: 'warn' },
  fulfilled: { label: 'Answered', tone: 'ok' },
  refused: { label: 'Refused', tone: 'bad' },
  withdrawn: { label: 'Withdrawn', tone: 'bad' },
  active: { label: 'Active', tone: 'ok' },
  shared: { label: 'Shared', tone: 'info', icon: 'person' },
  underReview: { label: 'Under review', tone: 'warn' },
  superseded: { label: 'Superseded', tone: 'plain', icon: 'same' },
  prospective: { label: 'Prospective', tone: 'info', icon: 'person' },
  discharged: { label: 'Discharged', tone: 'plain', icon: 'close' },
  provisional: { label: 'Provisional', tone: 'warn' },
  resolved: { label: 'Resolved', tone: 'plain', icon: 'check' },
  ruledOut: { label: 'Ruled out', tone: 'plain', icon: 'close' },
  assigned: { label: 'Assigned', tone: 'warn' },
  awaitingNote: { label: 'Awaiting note', tone: 'warn' },
  claimed: { label: 'Sent to the payer', tone: 'info', icon: 'same' },
  billed: { label: 'Paid or on a statement', tone: 'ok' },
  matched: { label: 'Matched', tone: 'ok' },
  parked: { label: 'Parked', tone: 'warn' },
  posted: { label: 'Posted', tone: 'ok' },
  imported: { label: 'Imported', tone: 'info', icon: 'inbox' },
  dismissed: { label: 'Dismissed', tone: 'plain', icon: 'close' },
}

const spelled = (state: string): string => {
  const words = state
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase()
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How a state is shown; a state without its own look gets its words and the plain tone. */
export const lookOf = (state: string): StateLook =>
  looks[state] ?? { label: spelled(state), tone: 'plain' }

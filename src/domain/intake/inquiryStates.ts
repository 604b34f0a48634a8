export const INQUIRY_STATES = [
  'new',
  'triaged',
  'offered',
  'waitlisted',
  'intakeBooked',
  'converted',
  'declined',
  'closed',
] as const
export type InquiryState = (typeof INQUIRY_STATES)[number]

export const INQUIRY_ACTIONS = [
  'triage',
  'offer',
  'lapse-offer',
  'waitlist',
  'book-intake',
  'cancel-intake',
  'convert',
  'decline',
  'close',
  'reopen',
] as const
export type InquiryAction = (typeof INQUIRY_ACTIONS)[number]

/**
 * From each state, the allowed actions and the state they lead to. Triage may be repeated until an
 * intake is booked, since answers change. Only triage leads out of `new` towards care: nobody is
 * offered a time or put on a list unread (R02, R03).
 */
export const INQUIRY_TRANSITIONS: Record<
  InquiryState,
  Partial<Record<InquiryAction, InquiryState>>
> = {
  new: { triage: 'triaged', decline: 'declined', close: 'closed' },
  triaged: {
    triage: 'triaged',
    offer: 'offered',
    waitlist: 'waitlisted',
    'book-intake': 'intakeBooked',
    decline: 'declined',
    close: 'closed',
  },
  offered: {
    triage: 'offered',
    'lapse-offer': 'triaged',
    waitlist: 'waitlisted',
    'book-intake': 'intakeBooked',
    decline: 'declined',
    close: 'closed',
  },
  waitlisted: {
    triage: 'waitlisted',
    offer: 'offered',
    'book-intake': 'intakeBooked',
    decline: 'declined',
    close: 'closed',
  },
  intakeBooked: { convert: 'converted', 'cancel-intake': 'triaged', close: 'closed' },
  converted: {},
  declined: { reopen: 'new' },
  closed: { reopen: 'new' },
}

/** The state that an action leads to; `null` when it is not allowed from here. */
export const nextInquiryState = ({
  state,
  action,
}: {
  state: InquiryState
  action: InquiryAction
}): InquiryState | null => INQUIRY_TRANSITIONS[state][action] ?? null

/** The actions that a state allows, in the order of the board. */
export const allowedInquiryActions = (state: InquiryState): InquiryAction[] =>
  INQUIRY_ACTIONS.filter((action) => INQUIRY_TRANSITIONS[state][action] !== undefined)

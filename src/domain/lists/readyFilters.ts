/** A filter that comes with a list. Days are words of dayWords.ts. */
export type ReadyFilter = {
  key: string
  title: string
  /** Whose work it is; offered to them. */
  roles: readonly string[]
  where: Record<string, unknown>
  /** The list of the office opens with it, for everybody. */
  opens?: true
}

/** As a filter of an address: the whole list, also where it opens with less. */
export const WHOLE_LIST = 'all'

const is = (value: unknown) => ({ equals: value })
const among = (...values: string[]) => ({ in: values })
const from = (day: string) => ({ greater_than_equal: day })
const upTo = (day: string) => ({ less_than_equal: day })
const before = (day: string) => ({ less_than: day })

const desk = ['owner', 'director', 'frontDesk'] as const
const money = ['owner', 'biller'] as const
const care = ['clinician', 'intern', 'supervisor'] as const
const hr = ['owner', 'hr'] as const

const inquiries: readonly ReadyFilter[] = [
  {
    key: 'new-this-week',
    title: 'New this week',
    roles: desk,
    where: { receivedAt: from('today-6') },
  },
  {
    key: 'unanswered',
    title: 'Not answered yet',
    roles: desk,
    where: { status: is('new'), respondedAt: { exists: false } },
  },
  { key: 'waitlist', title: 'On the waitlist', roles: desk, where: { status: is('waitlisted') } },
]

const drafts: ReadyFilter = {
  key: 'drafts',
  title: 'Drafts',
  roles: ['owner', 'marketing'],
  where: { _status: is('draft') },
}

const appointments: readonly ReadyFilter[] = [
  {
    key: 'from-today',
    title: 'From today',
    roles: [...desk, ...care],
    where: { startsAt: from('today') },
    opens: true,
  },
  {
    key: 'today',
    title: 'Today',
    roles: [...desk, ...care],
    where: { and: [{ startsAt: from('today') }, { startsAt: before('today+1') }] },
  },
  {
    key: 'next-seven-days',
    title: 'Next seven days',
    roles: [...desk, ...care],
    where: { and: [{ startsAt: from('today') }, { startsAt: before('today+7') }] },
  },
  {
    key: 'missed-this-week',
    title: 'Missed this week',
    roles: desk,
    where: { and: [{ status: is('noShow') }, { startsAt: from('today-6') }] },
  },
]

const claims: readonly ReadyFilter[] = [
  { key: 'held', title: 'Held', roles: money, where: { status: is('needsAttention') } },
  { key: 'ready', title: 'Ready to send', roles: money, where: { status: is('ready') } },
  {
    key: 'refused',
    title: 'Rejected or denied',
    roles: money,
    where: { status: among('rejected', 'denied') },
  },
  {
    key: 'no-answer',
    title: 'No answer for 30 days',
    roles: money,
    where: {
      and: [{ status: among('submitted', 'accepted') }, { submittedAt: before('today-30') }],
    },
  },
]

const credentials: readonly ReadyFilter[] = [
  {
    key: 'expiring',
    title: 'Expiring in 60 days',
    roles: hr,
    where: { and: [{ expiresOn: from('today') }, { expiresOn: upTo('today+60') }] },
  },
  { key: 'expired', title: 'Expired', roles: hr, where: { expiresOn: before('today') } },
  { key: 'unverified', title: 'Not verified', roles: hr, where: { verifiedAt: { exists: false } } },
]

/** The filters that come with each list, by collection. */
export const READY_FILTERS: Readonly<Record<string, readonly ReadyFilter[]>> = {
  inquiries,
  appointments,
  claims,
  credentials,
  charges: [
    {
      key: 'awaiting-note',
      title: 'Waiting for the note',
      roles: money,
      where: { status: is('awaitingNote') },
    },
    { key: 'no-fee', title: 'No fee found', roles: money, where: { isFeeMissing: is(true) } },
  ],
  statements: [
    {
      key: 'overdue',
      title: 'Overdue',
      roles: money,
      where: { and: [{ status: is('issued') }, { dueDate: before('today') }] },
    },
  ],
  'remittance-items': [
    { key: 'parked', title: 'Parked', roles: money, where: { status: is('parked') } },
  ],
  authorizations: [
    {
      key: 'ending',
      title: 'Ending in 30 days',
      roles: [...money, 'frontDesk'],
      where: { and: [{ effectiveTo: from('today') }, { effectiveTo: upTo('today+30') }] },
    },
  ],
  'progress-notes': [
    {
      key: 'unsigned',
      title: 'Not signed yet',
      roles: care,
      where: { status: among('draft', 'returned') },
    },
    {
      key: 'to-cosign',
      title: 'Waiting for a co-signature',
      roles: ['supervisor', 'intern'],
      where: { status: is('pendingCosign') },
    },
  ],
  'treatment-plans': [
    {
      key: 'review-due',
      title: 'Review due in 14 days',
      roles: [...care, 'director'],
      where: { and: [{ status: is('active') }, { reviewOn: upTo('today+14') }] },
    },
  ],
  'risk-events': [
    {
      key: 'open',
      title: 'Open',
      roles: [...care, 'director'],
      where: { status: { not_equals: 'closed' } },
    },
  ],
  'record-requests': [
    {
      key: 'due-in-seven-days',
      title: 'Due in seven days',
      roles: ['owner', 'compliance'],
      where: { and: [{ status: is('open') }, { dueOn: upTo('today+7') }] },
    },
  ],
  'break-glass-grants': [
    {
      key: 'to-review',
      title: 'To be reviewed',
      roles: ['compliance'],
      where: { status: { not_equals: 'reviewed' } },
    },
  ],
  overrides: [
    {
      key: 'this-week',
      title: 'This week',
      roles: ['owner', 'director', 'compliance'],
      where: { at: from('today-6') },
    },
  ],
  tasks: [
    {
      key: 'open',
      title: 'Open',
      roles: [...desk, ...care, 'biller', 'hr', 'marketing', 'compliance'],
      where: { status: is('open') },
      opens: true,
    },
    {
      key: 'due',
      title: 'Due by today',
      roles: [...desk, ...care, 'biller', 'hr', 'marketing', 'compliance'],
      where: { and: [{ status: is('open') }, { dueAt: before('today+1') }] },
    },
  ],
  campaigns: [
    {
      key: 'running',
      title: 'Running now',
      roles: ['owner', 'marketing'],
      where: {
        and: [
          { startsOn: upTo('today') },
          { or: [{ endsOn: { exists: false } }, { endsOn: from('today') }] },
        ],
      },
    },
  ],
  'waitlist-entries': [
    {
      key: 'check-in-due',
      title: 'Check-in due',
      roles: desk,
      where: { and: [{ status: is('waiting') }, { nextCheckInOn: upTo('today') }] },
    },
  ],
  pages: [drafts],
  posts: [drafts],
}

export const readyFiltersOf = (list: string): readonly ReadyFilter[] => READY_FILTERS[list] ?? []

/** What a list of the office opens with; empty where that is all of it. */
export const openingFilterOf = (list: string): string =>
  readyFiltersOf(list).find(({ opens }) => opens)?.key ?? ''

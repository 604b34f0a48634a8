import { countOf } from '@/src/domain/countOf'
/** What a practice can show a reviewer, as counted from its records this minute. */
export type TrustFacts = {
  staff: { active: number; withFactor: number; rolesWaiting: number; rolesAlone: number }
  signIn: {
    isFactorRequired: boolean
    staffIdleMinutes: number
    staffHours: number
    portalIdleMinutes: number
    portalHours: number
  }
  sessions: { staff: number; portal: number }
  log: {
    linesLately: number
    yearsKept: number
    checkedAt: string | null
    checkedLines: number
    isAltered: boolean
    notices: number
    checkpoint: number
  }
  reviews: { open: number; overdue: number; lastWeekEndsOn: string }
  emergencies: { lately: number; waiting: number; overdue: number }
  keys: { keptBy: 'files' | 'keyService'; inUse: number; lastChangedAt: string | null }
  sealed: { kinds: number; files: number }
  exports: { lately: number; disclosures: number; releasesInForce: number }
  requests: { open: number; overdue: number }
  retention: { rules: number; listsOpen: number; listsDone: number; holds: number }
  clients: { active: number; keys: number; unused: number }
  minors: { states: number }
  server: { isHttps: boolean; isDemo: boolean }
}

/** How many days "lately" goes back. */
export const latelyDays = 90

export type TrustAnswer = { id: string; question: string; says: readonly string[]; href?: string }

export type TrustGroup = { id: string; title: string; answers: readonly TrustAnswer[] }

const number = (count: number): string => count.toLocaleString('en-US')

const shown = (lines: readonly (string | false)[]): string[] =>
  lines.filter((line): line is string => Boolean(line))

const who = ({ staff, signIn, sessions }: TrustFacts): TrustAnswer[] => {
  const without = staff.active - staff.withFactor
  return [
    {
      id: 'who-can-see',
      question: 'Who can see what?',
      says: ['One table decides it at every door; ask it about one person and one patient.'],
      href: '/admin/who-can-see',
    },
    {
      id: 'roles',
      question: 'Who changes what somebody may do?',
      says: shown([
        'One owner asks and another confirms; nobody gives anything to themselves.',
        staff.rolesWaiting > 0 && `${countOf(staff.rolesWaiting, 'change')} waiting.`,
        staff.rolesAlone > 0 &&
          `${countOf(staff.rolesAlone, 'change')} decided by one person, because there was no second owner.`,
      ]),
      href: '/admin/roles',
    },
    {
      id: 'factors',
      question: 'Is a second factor enforced? For whom not?',
      says: shown([
        signIn.isFactorRequired
          ? 'Yes: without one nobody on staff sees anything.'
          : 'No: the practice lets staff in with a password alone, and tells them so on every page.',
        `${number(staff.withFactor)} of ${countOf(staff.active, 'member')} of staff have one.`,
        without > 0 && `${number(without)} do not.`,
      ]),
      href: '/admin/globals/sign-in-settings',
    },
    {
      id: 'sessions',
      question: 'How long does a session last, and how fast can it be ended?',
      says: [
        `Staff: ${signIn.staffIdleMinutes} idle minutes, ${countOf(signIn.staffHours, 'hour')} in all. Patients: ${signIn.portalIdleMinutes} idle minutes, ${countOf(signIn.portalHours, 'hour')} in all.`,
        `Open now: ${number(sessions.staff)} of staff, ${number(sessions.portal)} of patients. Each ends with the next request once it is signed out elsewhere or the account is closed.`,
      ],
      href: '/admin/signing-in',
    },
    {
      id: 'passwords',
      question: 'What is asked of a password?',
      says: [
        '15 characters, 12 where a second factor is asked for; known ones and the words of person and practice are refused. Wrong tries wait longer and longer.',
      ],
    },
  ]
}

const watched = ({ log, reviews, emergencies, exports }: TrustFacts): TrustAnswer[] => [
  {
    id: 'accesses',
    question: 'Show every access to a patient, or by a person.',
    says: [
      `${countOf(log.linesLately, 'line')} in the last ${latelyDays} days, by patient, person, action and time.`,
    ],
    href: '/admin/access-log',
  },
  {
    id: 'log',
    question: 'Can the log be altered? Prove it.',
    says: shown([
      'Its lines are chained under a key and signed; a check names each line that was changed, removed, put in or moved.',
      log.checkedAt
        ? `Last check: ${countOf(log.checkedLines, 'line')}, ${log.isAltered ? 'and the log was altered' : 'and it holds'}.`
        : 'It was not checked yet.',
      log.notices > 0 && `${countOf(log.notices, 'notice')} to be explained.`,
      log.checkpoint > 0 && `Newest signed checkpoint: number ${number(log.checkpoint)}.`,
      `Kept for ${countOf(log.yearsKept, 'year')}.`,
    ]),
    href: '/admin/access-log',
  },
  {
    id: 'reviews',
    question: 'Is looking without a duty found?',
    says: shown([
      reviews.lastWeekEndsOn
        ? `Every week; the last one ended ${reviews.lastWeekEndsOn}.`
        : 'Every week; none has ended yet.',
      `${number(reviews.open)} to be reviewed, ${number(reviews.overdue)} overdue.`,
    ]),
    href: '/admin/access-log',
  },
  {
    id: 'emergencies',
    question: 'Who opened a chart in an emergency, and who looked at it?',
    says: [
      `${countOf(emergencies.lately, 'chart')} in the last ${latelyDays} days; ${number(emergencies.waiting)} to be reviewed, ${number(emergencies.overdue)} overdue.`,
    ],
    href: '/admin/emergency-access',
  },
  {
    id: 'exports',
    question: 'Who took data out?',
    says: [
      `${countOf(exports.lately, 'export')} and ${countOf(exports.disclosures, 'disclosure')} in the last ${latelyDays} days, each with purpose and recipient.`,
    ],
    href: '/admin/access-log',
  },
]

const kept = ({ keys, sealed, retention, server }: TrustFacts): TrustAnswer[] => [
  {
    id: 'at-rest',
    question: 'What is encrypted at rest, and who holds the keys?',
    says: [
      `The texts of ${countOf(sealed.kinds, 'kind')} of records and the files of ${number(sealed.files)}, with AES-256-GCM under ${countOf(keys.inUse, 'key')} in use. What locks those is kept in ${keys.keptBy === 'files' ? 'files outside the database' : 'a key service'}.`,
      keys.lastChangedAt ? `Keys last changed: ${keys.lastChangedAt}.` : 'No key was changed yet.',
    ],
    href: '/admin/encryption',
  },
  {
    id: 'in-transit',
    question: 'And in transit?',
    says: [
      server.isHttps
        ? 'The practice is served over https, which browsers are told to keep to.'
        : 'The address of this server is not https: put it behind a proxy with a certificate.',
    ],
  },
  {
    id: 'retention',
    question: 'How long are records kept, and how are they destroyed?',
    says: [
      `${countOf(retention.rules, 'rule')} by state and kind of record; ${countOf(retention.holds, 'legal hold')} in force. ${countOf(retention.listsOpen, 'list')} of charts waiting for two approvals, ${number(retention.listsDone)} destroyed with a certificate.`,
    ],
    href: '/admin/retention',
  },
  {
    id: 'backups',
    question: 'When was the last backup, and was it restored?',
    says: [
      'Backups are made and proved on the server (npm run backup, npm run restore), encrypted as a whole. This page cannot see them: show the output of the last run and of the last drill.',
    ],
  },
]

const given = ({ clients, exports, requests, minors }: TrustFacts): TrustAnswer[] => [
  {
    id: 'clients',
    question: 'What may other software do?',
    says: shown([
      `${countOf(clients.active, 'client')} with ${countOf(clients.keys, 'key')} in force, each with scopes, an end within a year and a person who answers for it; never notes.`,
      clients.unused > 0 && `${countOf(clients.unused, 'key')} never used.`,
    ]),
    href: '/admin/api-clients',
  },
  {
    id: 'releases',
    question: 'What leaves with consent, and what under Part 2?',
    says: [
      `${countOf(exports.releasesInForce, 'release')} in force. Substance use records leave only with a consent of their own, its copy and the notice.`,
    ],
    href: '/admin/collections/releases',
  },
  {
    id: 'requests',
    question: 'Are requests of patients answered in time?',
    says: [`${number(requests.open)} open, ${number(requests.overdue)} overdue.`],
    href: '/admin/records-requests',
  },
  {
    id: 'minors',
    question: 'What do minors decide alone?',
    says: [
      `Rules of ${countOf(minors.states, 'state')} with their citations; where none is on file the product blocks and asks.`,
    ],
  },
  {
    id: 'tracking',
    question: 'Does the website track anybody, and is there AI in it?',
    says: [
      'No: pages load nothing from elsewhere and set no cookie for it. Nothing is sent to a language model.',
    ],
    href: '/how-we-keep-it',
  },
]

const made = ({ server }: TrustFacts): TrustAnswer[] => [
  {
    id: 'software',
    question: 'What is the software made of, and how is it tested?',
    says: shown([
      'npm run sbom lists it as CycloneDX; docs/security-tests.md has the figures of the last full run, docs/abuse-cases.md the 124 ways to harm that are tried.',
      server.isDemo && 'This is the demo: its people are made up.',
    ]),
  },
  {
    id: 'not-here',
    question: 'What does this product not answer?',
    says: [
      'Training, sanctions, insurance, a breach’s deadlines and contracts with vendors are the practice’s own papers. Uploaded files are not scanned for viruses.',
    ],
  },
]

/** The questions of security questionnaires and audits, answered from the practice's own records. */
export const trustAnswers = (facts: TrustFacts): TrustGroup[] => [
  { id: 'who', title: 'Who gets in', answers: who(facts) },
  { id: 'watched', title: 'What is watched', answers: watched(facts) },
  { id: 'kept', title: 'How it is kept', answers: kept(facts) },
  { id: 'given', title: 'What is given away', answers: given(facts) },
  { id: 'made', title: 'How it is made', answers: made(facts) },
]

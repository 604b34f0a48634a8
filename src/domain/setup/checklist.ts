import { listed } from '../sharing/codes'
import type { SetupFacts } from './facts'

export type CheckItem = {
  id: string
  isMet: boolean
  /** What is there, or what is missing and what that means. */
  message: string
  /** Where it is mended. */
  fixUrl: string
  /** Has to be met before the first patient; the others are advice. */
  isNeeded: boolean
}

type Check = {
  id: string
  isMet: (facts: SetupFacts) => boolean
  there: string
  missing: string | ((facts: SetupFacts) => string)
  fixUrl: string | ((facts: SetupFacts) => string)
  isAdvice?: boolean
  /** Whether it matters to this practice at all. */
  matters?: (facts: SetupFacts) => boolean
}

const setup = (step: string): string => `/admin/setup?step=${step}`
const records = (slug: string): string => `/admin/collections/${slug}`
const practice = '/admin/globals/practice'

const billsPayers = ({ payers }: SetupFacts): boolean => payers.count > 0

const lacking = (own: SetupFacts['practice']): string[] => [
  ...(own.isNamed ? [] : ['name']),
  ...(own.hasPhone ? [] : ['phone']),
  ...(own.hasAddress ? [] : ['whole address']),
]

const people: readonly Check[] = [
  {
    id: 'factor',
    isMet: ({ owner }) => owner.hasFactor && owner.isFactorRequired,
    there: 'Staff sign in with a second factor.',
    missing: ({ owner }) =>
      owner.hasFactor
        ? 'Staff may sign in with a password alone. Ask for a second factor in the sign-in settings.'
        : 'You sign in with a password alone. Set up a second factor.',
    fixUrl: setup('factor'),
  },
  {
    id: 'clinician',
    isMet: ({ clinicians }) => clinicians.count > 0,
    there: 'Somebody sees patients.',
    missing: 'Nobody holds the role Clinician. Invite somebody.',
    fixUrl: setup('staff'),
  },
  {
    id: 'license',
    isMet: ({ clinicians }) => clinicians.licensed > 0,
    there: 'A clinician has a license in force.',
    missing: 'No clinician has a license in force. Enter it under Credentials.',
    fixUrl: records('credentials'),
  },
  {
    id: 'license-verified',
    isMet: ({ clinicians }) => clinicians.verified > 0,
    there: 'A license was looked up by somebody else.',
    missing:
      'No license was verified yet. Somebody else than its holder looks it up; the directory of the website shows only who has one.',
    fixUrl: records('credentials'),
    isAdvice: true,
  },
  {
    id: 'availability',
    isMet: ({ clinicians }) => clinicians.withHours > 0,
    there: 'A clinician has hours in which visits can be booked.',
    missing: 'No clinician has hours. Without them nothing can be booked.',
    fixUrl: records('availability'),
  },
  {
    id: 'on-call',
    isMet: ({ hasOnCall }) => hasOnCall,
    there: 'Somebody is on call when a message cannot wait.',
    missing: 'Nobody is on call. A message that cannot wait would reach nobody.',
    fixUrl: records('on-call-shifts'),
  },
  {
    id: 'front-desk',
    isMet: ({ staff }) => staff.hasFrontDesk,
    there: 'Somebody does the front desk.',
    missing:
      'Nobody holds the role Intake and front desk. Inquiries, insurance policies and imports wait for that person.',
    fixUrl: setup('staff'),
    isAdvice: true,
  },
  {
    id: 'billing',
    isMet: ({ staff }) => staff.hasBilling,
    there: 'Somebody does the billing.',
    missing: 'Nobody holds the role Biller. Claims and payments wait for that person.',
    fixUrl: setup('staff'),
    isAdvice: true,
    matters: billsPayers,
  },
  {
    id: 'compliance',
    isMet: ({ staff }) => staff.hasCompliance,
    there: 'Somebody looks after compliance.',
    missing:
      'Nobody holds the role Compliance. Requests for records and reviews of who looked at what wait for that person.',
    fixUrl: setup('staff'),
    isAdvice: true,
  },
]

const offer: readonly Check[] = [
  {
    id: 'practice',
    isMet: ({ practice: own }) => own.isNamed && own.hasPhone && own.hasAddress,
    there: 'Name, phone and address of the practice are there.',
    missing: ({ practice: own }) => `The practice lacks its ${listed(lacking(own))}.`,
    fixUrl: setup('practice'),
  },
  {
    id: 'location',
    isMet: ({ locations, leftOut }) => locations.count > 0 || leftOut.includes('locations'),
    there: 'It is known where you see people.',
    missing: 'There is no location. Add where you see people.',
    fixUrl: setup('locations'),
  },
  {
    id: 'hours',
    isMet: ({ locations }) => locations.withoutHours === 0,
    there: 'Every location has its hours.',
    missing: ({ locations }) =>
      locations.withoutHours === 1
        ? 'One location has no hours.'
        : `${locations.withoutHours} locations have no hours.`,
    fixUrl: setup('locations'),
    isAdvice: true,
    matters: ({ locations }) => locations.count > 0,
  },
  {
    id: 'room',
    isMet: ({ rooms, leftOut }) => rooms > 0 || leftOut.includes('rooms'),
    there: 'Rooms are settled.',
    missing: 'There is no room to book.',
    fixUrl: setup('rooms'),
    isAdvice: true,
  },
  {
    id: 'service',
    isMet: ({ services }) => services.count > 0,
    there: 'A service is published on the website.',
    missing: ({ services }) =>
      services.drafts
        ? 'Services are written and none is published. Publish what people may ask for.'
        : 'No service is on the website. Add what people may ask for.',
    fixUrl: setup('fees'),
  },
  {
    id: 'fee',
    isMet: ({ fees }) => fees.missing.length === 0,
    there: 'The usual sessions have a fee.',
    missing: ({ fees }) => `There is no fee today for ${listed(fees.missing)}.`,
    fixUrl: setup('fees'),
  },
  {
    id: 'payer',
    isMet: ({ payers, leftOut }) => payers.count > 0 || leftOut.includes('payers'),
    there: 'It is settled who pays.',
    missing: 'There is no payer. Add one, or say that everybody pays you directly.',
    fixUrl: setup('payers'),
  },
  {
    id: 'npi',
    isMet: ({ practice: own, clinicians }) =>
      own.hasNpi && own.hasTaxId && clinicians.withNpi === clinicians.count,
    there: 'Claims can name the practice and everybody who sees patients.',
    missing: ({ practice: own }) =>
      own.hasNpi && own.hasTaxId
        ? 'A clinician has no NPI. Claims for their sessions would be held.'
        : 'The practice lacks its group NPI or tax id. Claims would be held.',
    fixUrl: ({ practice: own }) => (own.hasNpi && own.hasTaxId ? records('staff') : practice),
    matters: billsPayers,
  },
  {
    id: 'test-mode',
    isMet: ({ practice: own }) => !own.isTestMode,
    there: 'Claim files are not marked as test.',
    missing: 'Claim files are still marked as test: nobody pays them.',
    fixUrl: practice,
    isAdvice: true,
    matters: billsPayers,
  },
]

const law: readonly Check[] = [
  {
    id: 'privacy-notice',
    isMet: ({ practice: own }) => own.hasPrivacyNotice,
    there: 'The privacy notice is on the website, with its date.',
    missing: 'No privacy notice is published. Enter it with the day from which it holds.',
    fixUrl: practice,
  },
  {
    id: 'texts',
    isMet: ({ unpublishedTexts }) => unpublishedTexts.length === 0,
    there: 'The texts that patients sign are in force.',
    missing: ({ unpublishedTexts }) =>
      `Not in force yet: ${listed(unpublishedTexts)}. Patients cannot sign what is not published.`,
    fixUrl: records('consent-templates'),
  },
  {
    id: 'estimate-notice',
    isMet: ({ practice: own }) => own.hasEstimateNotice,
    there: 'The notice about good-faith estimates is there.',
    missing:
      'There is no good-faith estimate notice; people who pay themselves have a right to it.',
    fixUrl: practice,
    isAdvice: true,
  },
]

const safety: readonly Check[] = [
  {
    id: 'keys',
    isMet: ({ keys }) => keys.isCopied,
    there: 'The keys lie in a second safe place.',
    missing: ({ keys }) =>
      keys.wasCopied
        ? 'The keys changed since they were copied. Copy them again.'
        : 'The keys lie in one place only. Copy them, and prove the copy.',
    fixUrl: setup('keys'),
  },
  {
    id: 'backup',
    isMet: ({ backup }) => backup.isRecent,
    there: 'A backup was made within the last two days.',
    missing: ({ backup }) =>
      backup.at
        ? 'The last backup is older than two days. Let npm run backup run every night.'
        : 'There is no backup. Run npm run backup at the server, and let it run every night.',
    fixUrl: setup('keys'),
  },
  {
    id: 'mail',
    isMet: ({ mail }) => mail.isTested,
    there: 'E-mail leaves the house.',
    missing: ({ mail }) =>
      mail.isSet
        ? 'E-mail was not tested with the present settings.'
        : 'There is no mail server: reminders and invitations stay in the outbox.',
    fixUrl: setup('mail'),
  },
  {
    id: 'address',
    isMet: ({ isReachable }) => isReachable,
    there: 'The practice has an address with https.',
    missing:
      'SERVER_URL is not an https address that others can open. Put a reverse proxy with TLS in front.',
    fixUrl: setup('mail'),
  },
]

const itemOf = (check: Check, facts: SetupFacts): CheckItem => {
  const { id, there, missing, isAdvice = false } = check
  const isMet = check.isMet(facts)
  const fixUrl = typeof check.fixUrl === 'string' ? check.fixUrl : check.fixUrl(facts)
  const message = isMet ? there : typeof missing === 'string' ? missing : missing(facts)
  return { id, isMet, message, fixUrl, isNeeded: !isAdvice }
}

/** What is there and what is missing before the first patient, as the practice is now. */
export const checklistOf = (facts: SetupFacts): CheckItem[] =>
  [...people, ...offer, ...law, ...safety]
    .filter(({ matters }) => matters?.(facts) ?? true)
    .map((check) => itemOf(check, facts))

/** What of a checklist still has to be met before the first patient. */
export const missingIn = (items: readonly CheckItem[]): CheckItem[] =>
  items.filter(({ isMet, isNeeded }) => isNeeded && !isMet)

import type { SetupFacts } from './facts'

export const stepIds = [
  'factor',
  'practice',
  'locations',
  'rooms',
  'fees',
  'payers',
  'rules',
  'keys',
  'mail',
  'staff',
] as const

export type StepId = (typeof stepIds)[number]

export type Step = {
  id: StepId
  title: string
  /** What it is for, in a sentence. */
  lead: string
  /** Whether what it asks for is there. */
  isThere: (facts: SetupFacts) => boolean
  /** What going on without it means; a step without these words cannot be left out. */
  without?: string
}

/** The guided start in its order. A step is done when what it asks for is there: nothing else is remembered. */
export const setupSteps: readonly Step[] = [
  {
    id: 'factor',
    title: 'Second factor',
    lead: 'A stolen password alone must not open anybody’s chart.',
    isThere: ({ owner }) => owner.hasFactor,
  },
  {
    id: 'practice',
    title: 'Your practice',
    lead: 'Name, address and numbers as patients, payers and claims need them.',
    isThere: ({ practice }) => practice.isNamed && practice.hasPhone,
  },
  {
    id: 'locations',
    title: 'Locations',
    lead: 'Where you see people, when, and what the clocks show there.',
    isThere: ({ locations }) => locations.count > 0 && locations.withoutHours === 0,
    without: 'We see people by video only',
  },
  {
    id: 'rooms',
    title: 'Rooms',
    lead: 'A room is booked once at a time.',
    isThere: ({ rooms }) => rooms > 0,
    without: 'We have no rooms to book',
  },
  {
    id: 'fees',
    title: 'Services and fees',
    lead: 'What you offer, and what each kind of session costs.',
    isThere: ({ services, fees }) => services.count > 0 && fees.missing.length === 0,
    without: 'Add the rest later',
  },
  {
    id: 'payers',
    title: 'Payers',
    lead: 'Who pays, how claims reach them and how long you have to file one.',
    isThere: ({ payers }) => payers.count > 0,
    without: 'Everybody pays us directly',
  },
  {
    id: 'rules',
    title: 'Rules',
    lead: 'The numbers that the workflow goes by. The product’s own are a good start.',
    isThere: ({ areRulesLookedAt }) => areRulesLookedAt,
    without: 'Keep the product’s own numbers',
  },
  {
    id: 'keys',
    title: 'Keys',
    lead: 'Everything confidential is encrypted. Without the keys nobody can ever read it again, you included.',
    isThere: ({ keys }) => keys.isCopied,
    without: 'Copy the keys later',
  },
  {
    id: 'mail',
    title: 'E-mail',
    lead: 'Reminders, invitations and new passwords go out by e-mail.',
    isThere: ({ mail }) => mail.isTested,
    without: 'Go on without e-mail for now',
  },
  {
    id: 'staff',
    title: 'Staff',
    lead: 'Everybody gets a login of their own, with the roles of their work.',
    isThere: ({ staff }) => staff.others > 0,
    without: 'I work alone',
  },
]

export const stepNamed = (id: string): Step | null =>
  setupSteps.find((step) => step.id === id) ?? null

export type StepState = 'there' | 'left-out' | 'open'

export const stateOf = (step: Step, facts: SetupFacts): StepState => {
  if (step.isThere(facts)) return 'there'
  return step.without && facts.leftOut.includes(step.id) ? 'left-out' : 'open'
}

/** The first step that is neither done nor left out on purpose; null when the checklist comes. */
export const openStep = (facts: SetupFacts): Step | null =>
  setupSteps.find((step) => stateOf(step, facts) === 'open') ?? null

/** The step after another one, for going on; null after the last. */
export const stepAfter = (id: StepId): Step | null =>
  setupSteps[setupSteps.findIndex((step) => step.id === id) + 1] ?? null

export const stepBefore = (id: StepId): Step | null =>
  setupSteps[setupSteps.findIndex((step) => step.id === id) - 1] ?? null

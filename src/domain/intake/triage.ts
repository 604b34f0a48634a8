import { TRIAGE_FORM } from '@/src/domain/intake/triageForm'

export type TriageAnswers = Record<string, string | null | undefined>
export type TriageTier = 'urgent' | 'priority' | 'standard'

export type TriageResult = {
  /** R02: nobody may put this person on the waitlist before a disposition is recorded. */
  mustActToday: boolean
  tier: TriageTier
  /** One sentence per answer that decided the tier, the gravest first. */
  flags: string[]
  /** Required questions without an answer. The tier of an incomplete form is never final. */
  missing: { questionId: string; label: string }[]
  /** Answers that the form does not offer. */
  problems: { questionId: string; message: string }[]
}

/** R02, in the words of the person who is stopped. */
export const MUST_ACT_MESSAGE =
  'This person cannot wait. Record what was done before you leave this page.'

/**
 * Reads a triage form. Any of current suicidal or homicidal thoughts with a plan, a recent attempt,
 * violence at home, or psychosis means that somebody must act today (R02). What could not be asked
 * never counts as "no": it makes the person a priority until it has been.
 */
export const assessTriage = (answers: TriageAnswers): TriageResult => {
  const hits = TRIGGERS.filter(({ questionId, values }) =>
    values.includes(answers[questionId] ?? ''),
  )
  const urgent = hits.filter(({ tier }) => tier === 'urgent')
  const priority = hits.filter(({ tier }) => tier === 'priority')
  return {
    mustActToday: urgent.length > 0,
    tier: urgent.length > 0 ? 'urgent' : priority.length > 0 ? 'priority' : 'standard',
    flags: [...urgent, ...priority].map(({ flag }) => flag),
    missing: TRIAGE_FORM.filter(({ id, isRequired }) => isRequired && !answers[id]).map(
      ({ id, label }) => ({ questionId: id, label }),
    ),
    problems: problemsIn(answers),
  }
}

type Trigger = {
  questionId: string
  values: string[]
  tier: Exclude<TriageTier, 'standard'>
  flag: string
}

const TRIGGERS: Trigger[] = [
  {
    questionId: 'suicidalThoughts',
    values: ['plan'],
    tier: 'urgent',
    flag: 'Thoughts of suicide with a plan.',
  },
  {
    questionId: 'homicidalThoughts',
    values: ['plan'],
    tier: 'urgent',
    flag: 'Thoughts of hurting someone with a plan.',
  },
  {
    questionId: 'recentAttempt',
    values: ['yes'],
    tier: 'urgent',
    flag: 'A suicide attempt in the last three months.',
  },
  { questionId: 'violenceAtHome', values: ['yes'], tier: 'urgent', flag: 'Violence at home.' },
  { questionId: 'psychosis', values: ['yes'], tier: 'urgent', flag: 'Signs of psychosis.' },
  {
    questionId: 'suicidalThoughts',
    values: ['thoughts'],
    tier: 'priority',
    flag: 'Thoughts of suicide without a plan.',
  },
  {
    questionId: 'homicidalThoughts',
    values: ['thoughts'],
    tier: 'priority',
    flag: 'Thoughts of hurting someone without a plan.',
  },
  ...(
    [
      ['suicidalThoughts', 'Thoughts of suicide could not be asked about. Ask before booking.'],
      [
        'homicidalThoughts',
        'Thoughts of hurting someone could not be asked about. Ask before booking.',
      ],
      ['recentAttempt', 'A recent attempt could not be asked about. Ask before booking.'],
      ['violenceAtHome', 'Violence at home could not be asked about. Ask before booking.'],
      ['psychosis', 'Signs of psychosis could not be asked about. Ask before booking.'],
    ] as const
  ).map(
    ([questionId, flag]): Trigger => ({ questionId, values: ['unknown'], tier: 'priority', flag }),
  ),
  {
    questionId: 'substance',
    values: ['withdrawal'],
    tier: 'priority',
    flag: 'Withdrawal or a recent overdose: ask about medical care today.',
  },
  {
    questionId: 'impairment',
    values: ['severe'],
    tier: 'priority',
    flag: 'Cannot leave home or care for themselves.',
  },
  {
    questionId: 'impairment',
    values: ['much'],
    tier: 'priority',
    flag: 'Work, school or care of others is at risk.',
  },
  { questionId: 'supports', values: ['none'], tier: 'priority', flag: 'Nobody to turn to.' },
  {
    questionId: 'medical',
    values: ['perinatal'],
    tier: 'priority',
    flag: 'Pregnant, or a baby under one year.',
  },
  {
    questionId: 'medical',
    values: ['discharged'],
    tier: 'priority',
    flag: 'Left a hospital in the last 30 days.',
  },
  {
    questionId: 'urgency',
    values: ['days', 'today'],
    tier: 'priority',
    flag: 'Asks to be seen within three days.',
  },
]

const problemsIn = (answers: TriageAnswers): TriageResult['problems'] =>
  Object.entries(answers).flatMap(([questionId, value]) => {
    const question = TRIAGE_FORM.find(({ id }) => id === questionId)
    if (!question) return [{ questionId, message: `The form has no question "${questionId}".` }]
    if (!value || question.options.some((option) => option.value === value)) return []
    return [{ questionId, message: `"${question.label}" does not offer this answer.` }]
  })

export type Condition = {
  code: string
  description: string
  service: 'anxiety-therapy' | 'depression-therapy' | 'trauma-therapy' | 'stress-and-burnout'
  /** The instrument that follows it; the other one is lower. */
  measureId: 'PHQ-9' | 'GAD-7'
  /** Score at the start, lowest and highest. */
  startScore: readonly [number, number]
  message: string
  concern: string
  goal: string
  symptoms: readonly string[]
  duration: string
  formulation: string
  techniques: readonly string[]
  /** What the person said in a session, what was done, how they answered, what comes next. */
  said: readonly string[]
  done: readonly string[]
  answered: readonly string[]
  next: readonly string[]
  /** A behavior that is counted, where no instrument does it. */
  behavior: string
}

const anxiety = {
  service: 'anxiety-therapy',
  measureId: 'GAD-7',
  techniques: [
    'cbt.cognitive-restructuring',
    'cbt.exposure',
    'supportive.relaxation',
    'act.defusion',
  ],
  said: [
    'Slept better on four nights; one evening of worry about work.',
    'Drove over the bridge twice with the radio off.',
    'Worried before a call with the landlord and made it anyway.',
    'Noticed the tight chest earlier and slowed down the breathing.',
  ],
  done: [
    'Went through a worry record together and looked for other explanations.',
    'Planned the next step of the ladder and rehearsed the first minutes.',
    'Practiced slow breathing and naming thoughts as thoughts.',
    'Looked at what avoiding costs and what it spares.',
  ],
  answered: [
    'Followed well; found a calmer sentence without help.',
    'Hesitant at first, then chose a step that felt possible.',
    'Laughed at one of the predictions and wrote down another one.',
    'Said that the exercise works better in the morning.',
  ],
  next: [
    'Keep the worry record on three days.',
    'Take the next step of the ladder twice before we meet.',
    'Breathing exercise every morning for five minutes.',
  ],
  behavior: 'Days in a week without avoiding a planned errand',
} as const

const depression = {
  service: 'depression-therapy',
  measureId: 'PHQ-9',
  techniques: [
    'cbt.behavioral-activation',
    'cbt.problem-solving',
    'supportive.validation',
    'cbt.sleep-scheduling',
  ],
  said: [
    'Got up before eight on five days; cooked once.',
    'Stayed in bed on Sunday, called a friend in the evening.',
    'Went for the short walk three times, none of them easy.',
    'Felt like canceling and came.',
  ],
  done: [
    'Reviewed the activity plan and marked what gave energy.',
    'Broke one overdue task into three steps.',
    'Set fixed times for getting up and for the phone.',
    'Looked at the thought that nothing helps, and at the week.',
  ],
  answered: [
    'Tired but engaged; named two things that went well.',
    'Surprised how much was done when it was written down.',
    'Quiet; agreed to try the smallest step.',
    'More eye contact than last time, smiled once.',
  ],
  next: [
    'Two activities with somebody else this week.',
    'Get up at half past seven on workdays.',
    'One call that was put off.',
  ],
  behavior: 'Days in a week with one planned activity done',
} as const

/** What the patients of the demo come with. Texts are made up and belong to nobody. */
export const conditions = {
  gad: {
    ...anxiety,
    code: 'F41.1',
    description: 'Generalized anxiety disorder',
    startScore: [13, 17],
    message: 'I worry about everything and cannot switch off at night.',
    concern: 'Worry on most days that cannot be stopped',
    goal: 'I want evenings without a list in my head.',
    symptoms: ['Worry on most days', 'Trouble falling asleep', 'Tense shoulders'],
    duration: 'About nine months',
    formulation:
      'A careful upbringing, a promotion last autumn and long hours keep the worry going; a steady partner and humor protect.',
  },
  panic: {
    ...anxiety,
    code: 'F41.0',
    description: 'Panic disorder without agoraphobia',
    startScore: [12, 16],
    message: 'I had three panic attacks this month and I am afraid of the next one.',
    concern: 'Sudden attacks with racing heart and fear of the next one',
    goal: 'I want to take the train again.',
    symptoms: ['Attacks with racing heart', 'Fear of the next attack', 'Avoids trains'],
    duration: 'About four months',
    formulation:
      'A first attack on a crowded train after a night without sleep; avoiding keeps the fear; a good job and curiosity help.',
  },
  recurrent: {
    ...depression,
    code: 'F33.1',
    description: 'Major depressive disorder, recurrent, moderate',
    startScore: [14, 19],
    message: 'The heaviness is back and I do not want to wait as long as last time.',
    concern: 'Low mood and no energy for most of the day',
    goal: 'I want to look forward to something again.',
    symptoms: ['Low mood', 'No interest in what used to matter', 'Wakes at four'],
    duration: 'Three months this time, second episode',
    formulation:
      'A first episode at twenty-four, a move away from friends before this one; routine slipped; keeps work going and answers friends.',
  },
  single: {
    ...depression,
    code: 'F32.1',
    description: 'Major depressive disorder, single episode, moderate',
    startScore: [13, 17],
    message: 'Since the winter I am just tired and sad and nothing is fun.',
    concern: 'Sadness and tiredness since the winter',
    goal: 'I want to have energy for my kids in the evening.',
    symptoms: ['Sadness', 'Tiredness', 'Eats little'],
    duration: 'Five months',
    formulation:
      'A loss in the family and a dark winter of short nights; guilt about resting; loving relations and a sense of duty.',
  },
  adjustment: {
    ...anxiety,
    service: 'stress-and-burnout',
    code: 'F43.23',
    description: 'Adjustment disorder with mixed anxiety and depressed mood',
    startScore: [8, 12],
    message: 'My job changed completely and I am at the end of my strength.',
    concern: 'Exhausted and on edge since the change at work',
    goal: 'I want to leave work at six and be there when I am home.',
    symptoms: ['Exhaustion', 'Irritable at home', 'Checks mail at night'],
    duration: 'Ten weeks',
    formulation:
      'A reorganization took away a trusted team; high standards and no pauses keep it going; good health and clear values.',
  },
  trauma: {
    ...depression,
    service: 'trauma-therapy',
    code: 'F43.10',
    description: 'Post-traumatic stress disorder, unspecified',
    startScore: [12, 16],
    message: 'After the accident I cannot sleep and I jump at every noise.',
    concern: 'Nightmares and jumpiness since the accident',
    goal: 'I want to sleep through and ride my bike again.',
    symptoms: ['Nightmares', 'Startles easily', 'Avoids the crossing'],
    duration: 'Seven months',
    formulation:
      'A traffic accident with a long recovery; avoiding the place keeps it fresh; patient, supported by a sibling.',
    techniques: [
      'trauma.grounding',
      'trauma.psychoeducation',
      'trauma.cognitive-processing',
      'supportive.validation',
    ],
    behavior: 'Nights in a week without a nightmare',
  },
} as const satisfies Record<string, Condition>

export type ConditionName = keyof typeof conditions

export type MentalStatusDomain = {
  key: string
  label: string
  /** Needed before signing (audit minimum of the clinical reference 4.2). */
  isRequired: boolean
  codes: readonly { value: string; label: string }[]
}

const domain = (
  key: string,
  label: string,
  codes: Record<string, string>,
  isRequired = true,
): MentalStatusDomain => ({
  key,
  label,
  isRequired,
  codes: Object.entries(codes).map(([value, text]) => ({ value, label: text })),
})

/** Coded mental status (clinical reference 4.2). Nothing is preselected: normal is a finding too. */
export const MENTAL_STATUS: readonly MentalStatusDomain[] = [
  domain('mseAppearance', 'Appearance', {
    appropriate: 'Appropriate',
    disheveled: 'Disheveled',
    bizarre: 'Bizarre',
    olderOrYounger: 'Looks older or younger',
  }),
  domain('mseBehavior', 'Behavior', {
    cooperative: 'Cooperative',
    guarded: 'Guarded',
    hostile: 'Hostile',
    withdrawn: 'Withdrawn',
    agitated: 'Agitated',
    tearful: 'Tearful',
  }),
  domain(
    'mseEyeContact',
    'Eye contact',
    { good: 'Good', avoidant: 'Avoidant', intense: 'Intense' },
    false,
  ),
  domain(
    'msePsychomotor',
    'Psychomotor',
    { normal: 'Normal', slowed: 'Slowed', agitated: 'Agitated', tic: 'Tic', tremor: 'Tremor' },
    false,
  ),
  domain('mseSpeech', 'Speech', {
    normal: 'Normal',
    rapid: 'Rapid',
    slow: 'Slow',
    loud: 'Loud',
    soft: 'Soft',
    sparse: 'Sparse',
    pressured: 'Pressured',
  }),
  domain('mseMood', 'Mood', {
    euthymic: 'Even',
    depressed: 'Depressed',
    anxious: 'Anxious',
    irritable: 'Irritable',
    elevated: 'Elevated',
  }),
  domain('mseAffect', 'Affect', {
    full: 'Full range',
    restricted: 'Restricted',
    blunted: 'Blunted',
    flat: 'Flat',
    labile: 'Labile',
    incongruent: 'Incongruent',
  }),
  domain('mseThoughtProcess', 'Thought process', {
    linear: 'Linear',
    circumstantial: 'Circumstantial',
    tangential: 'Tangential',
    flightOfIdeas: 'Flight of ideas',
    loose: 'Loose',
    blocking: 'Blocking',
    perseverative: 'Perseverative',
  }),
  domain(
    'mseThoughtContent',
    'Thought content',
    {
      unremarkable: 'Unremarkable',
      suicidal: 'Suicidal thoughts',
      homicidal: 'Homicidal thoughts',
      delusions: 'Delusions',
      obsessions: 'Obsessions',
      phobias: 'Phobias',
      hopelessness: 'Hopelessness',
    },
    false,
  ),
  domain('msePerception', 'Perception', {
    none: 'No disturbance',
    auditory: 'Auditory hallucinations',
    visual: 'Visual hallucinations',
    illusions: 'Illusions',
    derealization: 'Derealization',
    other: 'Other',
  }),
  domain('mseOrientation', 'Orientation', {
    full: 'Person, place, time, situation',
    person: 'Person only',
    place: 'Person and place',
    time: 'Person, place, time',
    impaired: 'Disoriented',
  }),
  domain('mseAttention', 'Attention', {
    intact: 'Intact',
    distractible: 'Distractible',
    impaired: 'Impaired',
  }),
  domain('mseMemory', 'Memory', {
    intact: 'Intact',
    immediate: 'Immediate impaired',
    recent: 'Recent impaired',
    remote: 'Remote impaired',
  }),
  domain('mseKnowledge', 'Fund of knowledge', {
    asExpected: 'As expected',
    limited: 'Limited',
    advanced: 'Above average',
  }),
  domain('mseInsight', 'Insight', { good: 'Good', fair: 'Fair', limited: 'Limited', poor: 'Poor' }),
  domain('mseJudgment', 'Judgment', {
    good: 'Good',
    fair: 'Fair',
    limited: 'Limited',
    poor: 'Poor',
  }),
  domain(
    'mseImpulseControl',
    'Impulse control',
    { good: 'Good', fair: 'Fair', poor: 'Poor' },
    false,
  ),
]

/** The codes of a domain in "guarded tearful". */
export const mentalStatusCodes = (text: string | null | undefined): string[] =>
  (text ?? '').split(/\s+/).filter(Boolean)

/** The first code that the domain does not hold; null when all are known. */
export const unknownMentalStatus = (
  key: string,
  text: string | null | undefined,
): string | null => {
  const codes =
    MENTAL_STATUS.find((each) => each.key === key)?.codes.map(({ value }) => value) ?? []
  return mentalStatusCodes(text).find((code) => !codes.includes(code)) ?? null
}

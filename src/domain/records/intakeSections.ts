/** Where a part of the intake comes from: the patient's own page, or the clinician. */
export type IntakePart = { key: string; label: string; help?: string }

/** What the patient answers before the first meeting, in own words. */
export const PATIENT_PARTS: readonly IntakePart[] = [
  { key: 'historyConcerns', label: 'What brings you here' },
  { key: 'historyGoals', label: 'What you would like to be different' },
  { key: 'historyStrengths', label: 'What helps you, and what you are good at' },
  { key: 'historyPastCare', label: 'Care you had before: therapy, hospital stays, what helped' },
  { key: 'historyMedical', label: 'Illnesses, operations, injuries, last check-up' },
  { key: 'historyMedications', label: 'Medications, with dose and who prescribes them' },
  { key: 'historyAllergies', label: 'Allergies' },
  { key: 'historyFamily', label: 'Illnesses in your family, mental health included' },
  { key: 'historySubstances', label: 'Alcohol, nicotine, caffeine and other substances' },
  { key: 'historySocial', label: 'Home, work or school, people you can count on' },
  { key: 'historyOther', label: 'Anything else we should know' },
]

/** Sections a clinician must fill in before signing (clinical reference 4.1: 2, 11, 12, 13-16). */
export const REQUIRED_PARTS: readonly IntakePart[] = [
  {
    key: 'presentingProblem',
    label: 'Presenting problem',
    help: "Begin with the client's own words.",
  },
  { key: 'symptoms', label: 'Symptoms', help: 'One per line; how each shows in daily life.' },
  { key: 'symptomOnset', label: 'Onset' },
  { key: 'symptomDuration', label: 'Duration' },
  { key: 'symptomFrequency', label: 'Frequency' },
  { key: 'symptomSeverity', label: 'Severity' },
  { key: 'riskFormulation', label: 'Risk formulation', help: 'Why this level, what protects.' },
  { key: 'riskDisposition', label: 'What was done about risk' },
  {
    key: 'formulation',
    label: 'Clinical formulation',
    help: 'Predisposing, precipitating, perpetuating, protective.',
  },
  { key: 'diagnosisRationale', label: 'Why these diagnoses' },
  { key: 'levelOfCare', label: 'Level of care' },
  { key: 'medicalNecessity', label: 'Medical necessity' },
  { key: 'initialPlan', label: 'Initial plan and next step' },
  { key: 'recommendedFrequency', label: 'Frequency of sessions' },
]

/**
 * Sections that may be empty for a reason: each needs an answer of its own, so that a blank is never
 * ambiguous. `from` names what the patient wrote about the same thing.
 */
export const REVIEWED_PARTS: readonly (IntakePart & { from?: string })[] = [
  { key: 'identification', label: 'Informants, interpreter, legal status' },
  { key: 'psychiatricHistory', label: 'Psychiatric history' },
  { key: 'previousTreatment', label: 'Previous treatment', from: 'historyPastCare' },
  { key: 'substanceUse', label: 'Substance use', from: 'historySubstances' },
  { key: 'medicalHistory', label: 'Medical history', from: 'historyMedical' },
  { key: 'medications', label: 'Medications', from: 'historyMedications' },
  { key: 'allergies', label: 'Allergies', from: 'historyAllergies' },
  { key: 'physicalFindings', label: 'Physical findings and test results' },
  { key: 'familyHistory', label: 'Family history', from: 'historyFamily' },
  { key: 'trauma', label: 'Trauma and abuse' },
  { key: 'socialHistory', label: 'Social history', from: 'historySocial' },
  { key: 'developmental', label: 'Developmental history' },
  { key: 'functioning', label: 'Functioning' },
]

/** What else a clinician may write; the plan is drafted from it. */
export const PLAN_PARTS: readonly IntakePart[] = [
  { key: 'concerns', label: 'Problems to treat', help: 'One per line, the gravest first.' },
  { key: 'clientGoals', label: "Goals in the client's words", help: 'One per line.' },
  { key: 'strengths', label: 'Strengths' },
  { key: 'recommendedService', label: 'Recommended service' },
  { key: 'recommendedSchedule', label: 'Length of sessions and treatment' },
  { key: 'mentalStatus', label: 'Mental status in words' },
]

export const REVIEW_ANSWERS = ['reviewed', 'none', 'deferred'] as const
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number]

export const REVIEW_LABELS: Record<ReviewAnswer, string> = {
  reviewed: 'Reviewed',
  none: 'None reported',
  deferred: 'Deferred',
}

export const RISK_IDEATION: readonly { value: string; label: string }[] = [
  { value: 'denied', label: 'Thoughts of suicide or harm denied' },
  { value: 'passive', label: 'Passive thoughts' },
  { value: 'active', label: 'Active thoughts, no method' },
  { value: 'method', label: 'Active thoughts with a method' },
  { value: 'intent', label: 'Some intent to act' },
  { value: 'plan', label: 'Plan and intent' },
  { value: 'harmToOthers', label: 'Thoughts of harming others' },
]

export const RISK_LEVELS: readonly { value: string; label: string }[] = [
  { value: 'low', label: 'Low' },
  { value: 'intermediate', label: 'Intermediate' },
  { value: 'high', label: 'High' },
]

/**
 * Reads "trauma:deferred allergies:none", the text in which the answers about optional sections are
 * kept. Unknown words are left out.
 */
export const parseReviews = (text: string | null | undefined): Map<string, ReviewAnswer> => {
  const known = REVIEWED_PARTS.map(({ key }) => key)
  const pairs = (text ?? '').split(/\s+/).flatMap((word): [string, ReviewAnswer][] => {
    const [key = '', given] = word.split(':')
    const answer = REVIEW_ANSWERS.find((each) => each === given)
    return answer && known.includes(key) ? [[key, answer]] : []
  })
  return new Map(pairs)
}

/** The opposite of `parseReviews`, in the order of the form. */
export const formatReviews = (reviews: ReadonlyMap<string, ReviewAnswer>): string =>
  REVIEWED_PARTS.flatMap(({ key }) =>
    reviews.has(key) ? [`${key}:${reviews.get(key)}`] : [],
  ).join(' ')

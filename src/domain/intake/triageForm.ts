export type TriageOption = { value: string; label: string }

export type TriageQuestion = {
  id: string
  section: 'urgency' | 'risk' | 'impairment' | 'supports' | 'substance' | 'medical' | 'preferences'
  label: string
  options: TriageOption[]
  isRequired: boolean
}

const UNKNOWN: TriageOption = { value: 'unknown', label: 'Could not be asked' }
const YES_NO: TriageOption[] = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
  UNKNOWN,
]
const THOUGHTS: TriageOption[] = [
  { value: 'none', label: 'None now' },
  { value: 'thoughts', label: 'Thoughts, no plan' },
  { value: 'plan', label: 'Thoughts with a plan or intent' },
  UNKNOWN,
]

/**
 * The practice's own neutral triage form, in the wording and order in which it is asked. It belongs
 * to no published instrument and gives no score.
 */
export const TRIAGE_FORM: readonly TriageQuestion[] = [
  {
    id: 'urgency',
    section: 'urgency',
    label: 'How soon does this person want to be seen?',
    options: [
      { value: 'flexible', label: 'No hurry' },
      { value: 'weeks', label: 'Within two weeks' },
      { value: 'days', label: 'Within three days' },
      { value: 'today', label: 'Today' },
    ],
    isRequired: true,
  },
  {
    id: 'suicidalThoughts',
    section: 'risk',
    label: 'Thoughts of suicide now?',
    options: THOUGHTS,
    isRequired: true,
  },
  {
    id: 'homicidalThoughts',
    section: 'risk',
    label: 'Thoughts of killing or seriously hurting someone now?',
    options: THOUGHTS,
    isRequired: true,
  },
  {
    id: 'recentAttempt',
    section: 'risk',
    label: 'A suicide attempt in the last three months?',
    options: YES_NO,
    isRequired: true,
  },
  {
    id: 'violenceAtHome',
    section: 'risk',
    label: 'Violence or threats at home now?',
    options: YES_NO,
    isRequired: true,
  },
  {
    id: 'psychosis',
    section: 'risk',
    label: 'Hearing, seeing or believing things that others do not share?',
    options: YES_NO,
    isRequired: true,
  },
  {
    id: 'impairment',
    section: 'impairment',
    label: 'How far does this keep the person from daily life?',
    options: [
      { value: 'little', label: 'Manages almost everything' },
      { value: 'some', label: 'Some things are left undone' },
      { value: 'much', label: 'Work, school or care of others is at risk' },
      { value: 'severe', label: 'Cannot leave home or care for themselves' },
    ],
    isRequired: true,
  },
  {
    id: 'supports',
    section: 'supports',
    label: 'Is there someone to turn to?',
    options: [
      { value: 'several', label: 'Yes, several people' },
      { value: 'one', label: 'One person' },
      { value: 'none', label: 'Nobody' },
    ],
    isRequired: true,
  },
  {
    id: 'substance',
    section: 'substance',
    label: 'Alcohol or drugs?',
    options: [
      { value: 'none', label: 'No concern' },
      { value: 'concern', label: 'A concern' },
      { value: 'withdrawal', label: 'Withdrawal, or an overdose in the last month' },
      UNKNOWN,
    ],
    isRequired: true,
  },
  {
    id: 'medical',
    section: 'medical',
    label: 'Anything medical that affects how soon help is needed?',
    options: [
      { value: 'none', label: 'Nothing' },
      { value: 'stable', label: 'A condition that is under treatment' },
      { value: 'perinatal', label: 'Pregnant, or a baby under one year' },
      { value: 'discharged', label: 'Left a hospital in the last 30 days' },
      { value: 'untreated', label: 'A condition without treatment' },
    ],
    isRequired: true,
  },
  {
    id: 'format',
    section: 'preferences',
    label: 'In person or by video?',
    options: [
      { value: 'either', label: 'Either' },
      { value: 'in-person', label: 'In person' },
      { value: 'video', label: 'Video' },
    ],
    isRequired: false,
  },
  {
    id: 'timeOfDay',
    section: 'preferences',
    label: 'Best time of day?',
    options: [
      { value: 'any', label: 'Any' },
      { value: 'morning', label: 'Morning' },
      { value: 'afternoon', label: 'Afternoon' },
      { value: 'evening', label: 'Evening' },
    ],
    isRequired: false,
  },
]

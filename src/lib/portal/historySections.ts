import { PATIENT_PARTS } from '@/src/domain/records/intakeSections'

/** One screen of the history form. */
export type HistorySection = {
  name: string
  title: string
  help: string
  isRequired: boolean
  /** What to say when a required part is empty. */
  missing: string
}

const helps: Readonly<Record<string, string>> = {
  historyConcerns:
    'In your own words. When did it begin, how often is it there, how hard does it make your days?',
  historyGoals: 'What would you notice first if things were better?',
  historyStrengths: 'People, habits, places, things you do well.',
  historyPastCare: 'Where and about when. What helped, and what did not?',
  historyMedical: 'What a doctor has told you, and when you were last seen.',
  historyMedications: 'One per line: name, dose, who prescribes it. Vitamins and herbs too.',
  historyAllergies: 'Medications, foods, anything else, and what happens.',
  historyFamily: 'Parents, brothers and sisters, grandparents, children.',
  historySubstances: 'What, how much, how often. This is asked of everybody.',
  historySocial: 'Who you live with, what you do, who you can call.',
  historyOther: 'Language, faith, access, anything that would help us.',
}

const required: readonly string[] = ['historyConcerns', 'historyGoals']

/** The patient's own part of the intake, in the order in which it is asked. */
export const historySections: readonly HistorySection[] = PATIENT_PARTS.map(({ key, label }) => ({
  name: key,
  title: label,
  help: helps[key] ?? '',
  isRequired: required.includes(key),
  missing: `Write a sentence or two under “${label}”.`,
}))

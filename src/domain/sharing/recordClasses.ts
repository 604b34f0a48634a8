import { codesOf, labelIn, listed, words } from './codes'

/**
 * What can leave a chart, as people choose it. Psychotherapy notes are no class of it: they are kept apart
 * from the record and nobody but their author has them (R57).
 */
export const recordClasses = [
  { value: 'identity', label: 'Name and contact details' },
  { value: 'visits', label: 'Dates and kinds of visits' },
  { value: 'intake', label: 'Intake assessments and history' },
  { value: 'diagnoses', label: 'Diagnoses' },
  { value: 'plans', label: 'Treatment plans' },
  { value: 'notes', label: 'Progress notes with their addenda' },
  { value: 'measures', label: 'Questionnaires and scores' },
  { value: 'safety', label: 'Safety plans' },
  { value: 'consents', label: 'Signed papers' },
  { value: 'billing', label: 'Charges' },
  { value: 'files', label: 'Files' },
] as const

export type RecordClass = (typeof recordClasses)[number]['value']

export const recordClassCodes = codesOf<RecordClass>(recordClasses)

/** The classes in a text of codes, in the order of the list; unknown words are left out. */
export const classesIn = (text: unknown): RecordClass[] => {
  const given = new Set(words(text))
  return recordClassCodes.filter((code) => given.has(code))
}

/** Words of a text of codes that are no class of the record. */
export const unknownClasses = (text: unknown): string[] =>
  words(text).filter((word) => !recordClassCodes.some((code) => code === word))

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

/** "treatment plans, diagnoses and charges" */
export const classWords = (text: unknown): string =>
  listed(classesIn(text).map((code) => lower(labelIn(recordClasses, code))))

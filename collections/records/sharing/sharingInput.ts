import { z } from 'zod'
import { optionalDay } from '@/collections/records/fields/optionalDay'
import type { ActionContext, ActionField } from '@/hooks/actions/define'
import { recordClasses, unknownClasses } from '@/src/domain/sharing/recordClasses'
import { rangeProblem } from '@/src/domain/sharing/scope'
import { type Finding, Refusal } from '@/src/lib/errors'

/** Classes of the record as a list or as codes with spaces; psychotherapy notes are no class (R57). */
export const classesInput = () =>
  z
    .preprocess(
      (value) => (Array.isArray(value) ? value.join(' ') : (value ?? '')),
      z.string({ error: 'Choose what to share.' }),
    )
    .transform((text) => text.trim())
    .superRefine((text, context) => {
      for (const word of unknownClasses(text)) {
        const message = /psychotherapy/i.test(word)
          ? 'Psychotherapy notes never leave with the record (R57). Their author alone has them.'
          : `"${word.slice(0, 40)}" is no part of the record. Choose from the list.`
        context.addIssue({ code: 'custom', message })
      }
    })

export const requiredClasses = () =>
  classesInput().refine(
    (text) => text.length > 0,
    'Choose what to share: at least one part of the record.',
  )

export const rangeInput = () => ({ recordsFrom: optionalDay(), recordsTo: optionalDay() })

/** Throws when the last day is before the first. */
export const checkRange = (input: { recordsFrom?: string; recordsTo?: string }): void => {
  const message = rangeProblem({ from: input.recordsFrom ?? null, to: input.recordsTo ?? null })
  if (message) throw new Refusal('invalid', [{ path: 'recordsTo', message }])
}

/** Throws unless the patient is there. */
export const requirePatient = async (
  read: ActionContext<unknown>['read'],
  patient: string,
): Promise<void> => {
  if (await read.one('patients', patient)) return
  const finding: Finding = {
    path: 'patient',
    message: 'Choose a patient from the list: this one was not found.',
  }
  throw new Refusal('invalid', [finding])
}

export const patientQuestion: ActionField = {
  name: 'patient',
  label: 'Patient',
  type: 'relationship',
  relationTo: 'patients',
  isRequired: true,
}

export const classesQuestion: ActionField = {
  name: 'classes',
  label: 'What',
  type: 'choices',
  options: recordClasses,
  help: 'No more than the purpose needs. Psychotherapy notes cannot be chosen: they are no part of the record.',
}

export const rangeQuestions: readonly ActionField[] = [
  { name: 'recordsFrom', label: 'Records from', type: 'day' },
  { name: 'recordsTo', label: 'Records up to', type: 'day' },
]

import { z } from 'zod'
import { flag, requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { findPart2Consent } from '@/hooks/rules/sharing/part2Consent'
import { codesOf } from '@/src/domain/sharing/codes'
import { exportFormats } from '@/src/domain/sharing/exports'
import { isCountable } from '@/src/domain/sharing/legalBases'
import { sendMethods } from '@/src/domain/sharing/recipients'
import { ensureExport } from '../../exports/ensureExport'
import {
  checkRange,
  classesQuestion,
  rangeInput,
  rangeQuestions,
  requiredClasses,
  requirePatient,
} from '../../sharingInput'
import { aboutInput, aboutQuestions } from '../disclosureInput'

/** Puts records together for somebody; they leave with "send", which asks everything again. */
export const prepareDisclosure = defineAction({
  slug: 'disclosures',
  name: 'prepare',
  on: 'collection',
  label: 'Export or send records',
  tone: 'primary',
  stepUp: true,
  input: z.object({
    ...aboutInput(),
    classes: requiredClasses(),
    ...rangeInput(),
    includePart2: flag(),
    method: requiredChoice(codesOf(sendMethods), 'Say how it gets there.'),
    format: requiredChoice(codesOf(exportFormats), 'Choose a form: PDF or ZIP.'),
  }),
  fields: [
    ...aboutQuestions,
    { ...classesQuestion, isRequired: true },
    ...rangeQuestions,
    {
      name: 'includePart2',
      label: 'Part 2 records too',
      type: 'checkbox',
      help: 'Left out otherwise. Needs a consent of its own; its copy and the notice go with the records.',
    },
    { name: 'method', label: 'How', type: 'select', isRequired: true, options: sendMethods },
    { name: 'format', label: 'Form', type: 'select', isRequired: true, options: exportFormats },
  ],
  prepare: async ({ actor, input, key, now, read }) => {
    await requirePatient(read, input.patient)
    checkRange(input)
    const { recipientAddress = '', purpose = '', includePart2, format, release, ...rest } = input
    const consent = includePart2 ? await findPart2Consent(read, input) : null
    return {
      set: {
        ...rest,
        release: release ?? null,
        uniqueKey: `disclosure|${key}`,
        status: 'prepared',
        isCountable: isCountable(input.basis),
        isPart2: includePart2,
        part2Consent: consent ? String(consent['id']) : null,
        preparedAt: now.toISOString(),
        preparedBy: actor.id,
        recipientAddress,
        purpose,
      },
      refs: { format },
    }
  },
  effects: [{ name: 'export', run: ensureExport }],
})

import { z } from 'zod'
import { optionalText, requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { optionalDay } from '@/collections/records/fields/optionalDay'
import { defineAction } from '@/hooks/actions/define'
import { codesOf } from '@/src/domain/sharing/codes'
import { recipientKinds, sharingPurposes } from '@/src/domain/sharing/recipients'
import { releaseKindOf, releaseKinds } from '@/src/domain/sharing/releaseKinds'
import { type Finding, Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { tellPatient } from '../../../tellPatient'
import {
  checkRange,
  classesInput,
  classesQuestion,
  patientQuestion,
  rangeInput,
  rangeQuestions,
  requirePatient,
} from '../../sharingInput'

type Terms = { kind: string; classes: string; expiresOn?: string }

/** What a kind asks for or forbids; psychotherapy and counseling notes stand alone in their form (R57). */
const problemsOf = ({ kind, classes, expiresOn }: Terms): Finding[] => {
  const { classes: may, needsExpiry } = releaseKindOf(kind) ?? { classes: 'any', needsExpiry: true }
  return [
    ...(may === 'none' && classes
      ? [
          {
            path: 'classes',
            message:
              'This form is about these notes and nothing else. Leave the parts of the record out and make a second release for them.',
          },
        ]
      : []),
    ...(may === 'any' && !classes
      ? [
          {
            path: 'classes',
            message: 'Choose what may be shared: at least one part of the record.',
          },
        ]
      : []),
    ...(needsExpiry && !expiresOn
      ? [{ path: 'expiresOn', message: 'Choose the last day on which this release holds.' }]
      : []),
    ...(expiresOn && expiresOn < practiceToday()
      ? [{ path: 'expiresOn', message: 'This day is over already. Choose today or a later one.' }]
      : []),
  ]
}

export const prepareRelease = defineAction({
  slug: 'releases',
  name: 'prepare',
  on: 'collection',
  label: 'New release',
  tone: 'primary',
  input: z.object({
    patient: requiredText('Choose whose record it is.', 80),
    kind: requiredChoice(codesOf(releaseKinds), 'Choose which form it is.'),
    recipientKind: requiredChoice(codesOf(recipientKinds), 'Say what kind of recipient it is.'),
    recipientName: requiredText('Write who gets the records.', 200),
    recipientAddress: optionalText(500),
    purposeCode: requiredChoice(codesOf(sharingPurposes), 'Say what the records are for.'),
    purpose: optionalText(1000),
    classes: classesInput(),
    ...rangeInput(),
    expiresOn: optionalDay(),
  }),
  fields: [
    patientQuestion,
    { name: 'kind', label: 'Form', type: 'select', isRequired: true, options: releaseKinds },
    {
      name: 'recipientKind',
      label: 'Kind of recipient',
      type: 'select',
      isRequired: true,
      options: recipientKinds,
    },
    { name: 'recipientName', label: 'Recipient', type: 'text', isRequired: true },
    { name: 'recipientAddress', label: 'Address, fax or e-mail', type: 'text' },
    {
      name: 'purposeCode',
      label: 'What for',
      type: 'select',
      isRequired: true,
      options: sharingPurposes,
    },
    { name: 'purpose', label: 'More about it', type: 'text' },
    {
      ...classesQuestion,
      help: 'Leave empty for psychotherapy or counseling notes: their form stands alone.',
    },
    ...rangeQuestions,
    { name: 'expiresOn', label: 'Until', type: 'day' },
  ],
  prepare: async ({ actor, input, key, now, read }) => {
    await requirePatient(read, input.patient)
    checkRange(input)
    const problems = problemsOf(input)
    if (problems.length) throw new Refusal('invalid', problems)
    const { recipientAddress = '', purpose = '', ...rest } = input
    return {
      set: {
        ...rest,
        uniqueKey: `release|${key}`,
        status: 'pending',
        preparedAt: now.toISOString(),
        preparedBy: actor.id,
        recipientAddress,
        purpose,
      },
    }
  },
  effects: [
    {
      name: 'tell',
      run: (context) => tellPatient(context, `release-to-sign|${context.record.id}`),
    },
  ],
})

import { z } from 'zod'
import { flag, optionalText, requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { codesOf } from '@/src/domain/sharing/codes'
import { recipientKinds, sharingPurposes } from '@/src/domain/sharing/recipients'
import { notFound, Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import {
  checkRange,
  classesQuestion,
  rangeInput,
  rangeQuestions,
  requiredClasses,
} from '../../sharingInput'
import { releaseHash } from '../releaseText'

const others = recipientKinds.filter(({ value }) => value !== 'patient')

/** The patient writes a release on the private page and signs it there; other forms come from the office. */
export const giveRelease = defineAction({
  slug: 'releases',
  name: 'give',
  on: 'collection',
  label: 'Allow somebody to get my records',
  tone: 'primary',
  input: z.object({
    recipientKind: requiredChoice(codesOf(others), 'Say what kind of person or place it is.'),
    recipientName: requiredText('Write who may get your records.', 200),
    recipientAddress: optionalText(500),
    purposeCode: requiredChoice(codesOf(sharingPurposes), 'Say what it is for.'),
    purpose: optionalText(1000),
    classes: requiredClasses(),
    ...rangeInput(),
    expiresOn: requiredText('Choose the last day on which we may share.', 10).refine(
      isCalendarDate,
      'Enter a date that exists, as year-month-day.',
    ),
    signerName: requiredText('Type your full name to sign.', 160),
    agree: flag().refine((isAgreed) => isAgreed, 'Tick the box to say that you agree.'),
  }),
  fields: [
    { name: 'recipientName', label: 'Who may get them', type: 'text', isRequired: true },
    {
      name: 'recipientKind',
      label: 'What kind of person or place',
      type: 'select',
      isRequired: true,
      options: others,
    },
    { name: 'recipientAddress', label: 'Address, fax or e-mail', type: 'text' },
    {
      name: 'purposeCode',
      label: 'What for',
      type: 'select',
      isRequired: true,
      options: sharingPurposes,
    },
    { name: 'purpose', label: 'More about it', type: 'text' },
    { ...classesQuestion, isRequired: true },
    ...rangeQuestions,
    { name: 'expiresOn', label: 'Until', type: 'day', isRequired: true },
    { name: 'signerName', label: 'Full name', type: 'text', isRequired: true },
    { name: 'agree', label: 'I agree', type: 'checkbox', isRequired: true },
  ],
  prepare: async ({ actor, input, key, now, read }) => {
    checkRange(input)
    if (!(await read.one('patients', actor.patientId))) throw notFound()
    if (input.expiresOn < practiceToday()) {
      const message = 'This day is over already. Choose today or a later one.'
      throw new Refusal('invalid', [{ path: 'expiresOn', message }])
    }
    const { agree: _agreed, recipientAddress = '', purpose = '', signerName, ...terms } = input
    const set = {
      ...terms,
      recipientAddress,
      purpose,
      patient: actor.patientId,
      kind: 'general',
    }
    return {
      set: {
        ...set,
        uniqueKey: `release|${key}`,
        status: 'active',
        preparedAt: now.toISOString(),
        signedAt: now.toISOString(),
        signerName,
        signerKind: 'patient',
        contentHash: releaseHash(set),
      },
    }
  },
})

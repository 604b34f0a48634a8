import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { codesOf } from '@/src/domain/sharing/codes'
import { isCountable } from '@/src/domain/sharing/legalBases'
import { sendMethods, verifications } from '@/src/domain/sharing/recipients'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { requirePatient } from '../../sharingInput'
import { disclosureHash } from '../disclosureHash'
import { aboutInput, aboutQuestions } from '../disclosureInput'

/** For what happened outside the product: a call with a doctor, a report of abuse, a letter gone astray. */
export const recordDisclosure = defineAction({
  slug: 'disclosures',
  name: 'record',
  on: 'collection',
  label: 'Write down a disclosure',
  confirm: 'This entry is final: it cannot be changed afterwards.',
  input: z.object({
    ...aboutInput(),
    what: requiredText('Write what was told or given.', 2000),
    sentOn: requiredText('Choose the day on which it happened.', 10).refine(
      isCalendarDate,
      'Enter a date that exists, as year-month-day.',
    ),
    method: requiredChoice(codesOf(sendMethods), 'Say how it was told or given.'),
    verifiedBy: requiredChoice(codesOf(verifications), 'Say how you made sure who it was.'),
  }),
  fields: [
    ...aboutQuestions,
    {
      name: 'what',
      label: 'What was told or given',
      type: 'textarea',
      isRequired: true,
      help: 'The least that describes it. Kept encrypted; the patient can read it.',
    },
    { name: 'sentOn', label: 'On which day', type: 'day', isRequired: true },
    { name: 'method', label: 'How', type: 'select', isRequired: true, options: sendMethods },
    {
      name: 'verifiedBy',
      label: 'How you made sure who it was',
      type: 'select',
      isRequired: true,
      options: verifications,
    },
  ],
  prepare: async ({ actor, input, key, now, read }) => {
    await requirePatient(read, input.patient)
    if (input.sentOn > practiceToday()) {
      const message = 'This day is still to come. Choose the day on which it happened.'
      throw new Refusal('invalid', [{ path: 'sentOn', message }])
    }
    const { recipientAddress = '', purpose = '', release, ...rest } = input
    const set = {
      ...rest,
      recipientAddress,
      purpose,
      release: release ?? null,
      uniqueKey: `disclosure|${key}`,
      status: 'sent',
      isCountable: isCountable(input.basis),
      preparedAt: now.toISOString(),
      preparedBy: actor.id,
      sentAt: now.toISOString(),
      sentBy: actor.id,
    }
    return { set: { ...set, contentHash: disclosureHash(set) } }
  },
})

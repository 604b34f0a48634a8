import { z } from 'zod'
import { optionalText, requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { codesOf } from '@/src/domain/sharing/codes'
import {
  dueAfter,
  requestChannels,
  requesterKinds,
  requestKinds,
} from '@/src/domain/sharing/requests'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { patientQuestion, requirePatient } from '../../sharingInput'
import { askCompliance } from '../requestTask'

/** For what comes by letter, phone or in person. */
export const enterRequest = defineAction({
  slug: 'record-requests',
  name: 'enter',
  on: 'collection',
  label: 'Enter a request',
  tone: 'primary',
  input: z.object({
    patient: requiredText('Choose whose record it is.', 80),
    kind: requiredChoice(codesOf(requestKinds), 'Say what is asked for.'),
    requesterKind: requiredChoice(codesOf(requesterKinds), 'Say who asks.'),
    requesterName: requiredText('Write who asks.', 200),
    requesterAddress: optionalText(500),
    channel: requiredChoice(codesOf(requestChannels), 'Say how it came.'),
    receivedOn: requiredText('Choose the day on which it came: the clock runs from it.', 10).refine(
      isCalendarDate,
      'Enter a date that exists, as year-month-day.',
    ),
    wishes: optionalText(2000),
  }),
  fields: [
    patientQuestion,
    {
      name: 'kind',
      label: 'What is asked for',
      type: 'select',
      isRequired: true,
      options: requestKinds,
    },
    {
      name: 'requesterKind',
      label: 'Who asks',
      type: 'select',
      isRequired: true,
      options: requesterKinds,
    },
    { name: 'requesterName', label: 'Name', type: 'text', isRequired: true },
    {
      name: 'requesterAddress',
      label: 'Address',
      type: 'textarea',
      help: 'For the letter. Kept encrypted.',
    },
    {
      name: 'channel',
      label: 'How it came',
      type: 'select',
      isRequired: true,
      options: requestChannels,
    },
    { name: 'receivedOn', label: 'Received on', type: 'day', isRequired: true },
    { name: 'wishes', label: 'In their words', type: 'textarea' },
  ],
  prepare: async ({ input, key, read, req }) => {
    await requirePatient(read, input.patient)
    if (input.receivedOn > practiceToday()) {
      const message = 'This day is still to come. Choose the day on which it came.'
      throw new Refusal('invalid', [{ path: 'receivedOn', message }])
    }
    const { accessRequestDays, accountingDays } = await loadSettings(req, {})
    const { requesterAddress = '', wishes = '', ...rest } = input
    return {
      set: {
        ...rest,
        uniqueKey: `request|${key}`,
        status: 'open',
        dueOn: dueAfter(
          input.receivedOn,
          input.kind === 'accounting' ? accountingDays : accessRequestDays,
        ),
        requesterAddress,
        wishes,
      },
    }
  },
  effects: [{ name: 'task', run: askCompliance }],
})

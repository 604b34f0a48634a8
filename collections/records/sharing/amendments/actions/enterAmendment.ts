import { z } from 'zod'
import { optionalText, requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { amendableClasses } from '@/src/domain/sharing/amendments'
import { codesOf } from '@/src/domain/sharing/codes'
import { dueAfter, requestChannels } from '@/src/domain/sharing/requests'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { patientQuestion, requirePatient } from '../../sharingInput'
import { askAboutAmendment } from '../amendmentTask'

/** For what came by letter, by phone or in person; the clock runs from the day it came. */
export const enterAmendment = defineAction({
  slug: 'amendment-requests',
  name: 'enter',
  on: 'collection',
  label: 'Enter a request',
  input: z.object({
    patient: requiredText('Choose the patient.', 64),
    about: requiredChoice(codesOf(amendableClasses), 'Choose what it is about.'),
    channel: requiredChoice(codesOf(requestChannels), 'Choose how it came.'),
    receivedOn: requiredText('Choose the day on which it came.', 10).refine(
      isCalendarDate,
      'Enter a date that exists, as year-month-day.',
    ),
    wrong: requiredText('Write what is wrong or missing, in their words.', 4000),
    wish: optionalText(4000),
    toTell: optionalText(1000),
  }),
  fields: [
    patientQuestion,
    { name: 'about', label: 'About', type: 'select', isRequired: true, options: amendableClasses },
    { name: 'channel', label: 'How', type: 'select', isRequired: true, options: requestChannels },
    { name: 'receivedOn', label: 'On which day', type: 'day', isRequired: true },
    { name: 'wrong', label: 'What is wrong or missing', type: 'textarea', isRequired: true },
    { name: 'wish', label: 'What it should say', type: 'textarea' },
    { name: 'toTell', label: 'Whom they want told', type: 'textarea' },
  ],
  prepare: async ({ input, key, read, req }) => {
    await requirePatient(read, input.patient)
    if (input.receivedOn > practiceToday()) {
      const message = 'This day is still to come. Choose the day on which it came.'
      throw new Refusal('invalid', [{ path: 'receivedOn', message }])
    }
    const { amendmentDays } = await loadSettings(req, {})
    const { wrong, wish = '', toTell = '', ...rest } = input
    return {
      set: {
        ...rest,
        uniqueKey: `amendment|${key}`,
        note: null,
        status: 'open',
        dueOn: dueAfter(input.receivedOn, amendmentDays),
        wrong,
        wish,
        toTell,
      },
    }
  },
  effects: [{ name: 'task', run: askAboutAmendment }],
})

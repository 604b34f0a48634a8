import { z } from 'zod'
import { optionalText, requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { codesOf } from '@/src/domain/sharing/codes'
import { exportFormats } from '@/src/domain/sharing/exports'
import { dueAfter } from '@/src/domain/sharing/requests'
import { notFound } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import {
  checkRange,
  classesQuestion,
  rangeInput,
  rangeQuestions,
  requiredClasses,
} from '../../sharingInput'
import { askCompliance } from '../requestTask'

/** The patient asks on the private page; being signed in there says who it is. */
export const askForRecords = defineAction({
  slug: 'record-requests',
  name: 'ask',
  on: 'collection',
  label: 'Ask for my records',
  tone: 'primary',
  input: z.object({
    classes: requiredClasses(),
    ...rangeInput(),
    format: requiredChoice(codesOf(exportFormats), 'Choose a form: PDF or ZIP.'),
    wishes: optionalText(2000),
  }),
  fields: [
    { ...classesQuestion, isRequired: true },
    ...rangeQuestions,
    { name: 'format', label: 'Form', type: 'select', isRequired: true, options: exportFormats },
    { name: 'wishes', label: 'Anything else', type: 'textarea' },
  ],
  prepare: async ({ actor, input, key, now, read, req }) => {
    checkRange(input)
    const patient = await read.one('patients', actor.patientId)
    if (!patient) throw notFound()
    const { accessRequestDays } = await loadSettings(req, {})
    const { wishes = '', ...rest } = input
    const receivedOn = practiceToday()
    return {
      set: {
        ...rest,
        uniqueKey: `request|${key}`,
        patient: actor.patientId,
        kind: 'access',
        status: 'open',
        requesterKind: 'patient',
        requesterName: String(patient['displayName']),
        channel: 'portal',
        method: 'portal',
        receivedOn,
        dueOn: dueAfter(receivedOn, accessRequestDays),
        verifiedHow: 'portal',
        verifiedAt: now.toISOString(),
        wishes,
      },
    }
  },
  effects: [{ name: 'task', run: askCompliance }],
})

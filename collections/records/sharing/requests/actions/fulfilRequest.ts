import { z } from 'zod'
import { flag, optionalText, requiredChoice } from '@/collections/fields/actionInputs'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'
import { codesOf } from '@/src/domain/sharing/codes'
import { exportFormats } from '@/src/domain/sharing/exports'
import { legalBases } from '@/src/domain/sharing/legalBases'
import { sendMethods } from '@/src/domain/sharing/recipients'
import {
  checkRange,
  classesInput,
  classesQuestion,
  rangeInput,
  rangeQuestions,
} from '../../sharingInput'
import { tellAsker } from '../../tellAsker'
import { shareForRequest } from '../shareForRequest'

const isOwn = (kind: unknown): boolean => kind === 'patient' || kind === 'representative'

const recipientOf: Readonly<Record<string, string>> = { lawyer: 'lawyer', court: 'court' }

/** Chooses what is given; the records are then put together and the patient takes them, or they are sent. */
export const fulfilRequest = defineAction({
  slug: 'record-requests',
  name: 'fulfil',
  label: 'Give records',
  tone: 'primary',
  stepUp: true,
  input: z.object({
    classes: classesInput(),
    ...rangeInput(),
    format: requiredChoice(codesOf(exportFormats), 'Choose a form: PDF or ZIP.'),
    method: requiredChoice(codesOf(sendMethods), 'Say how it gets there.'),
    basis: requiredChoice(codesOf(legalBases), 'Say on what ground it may go there.'),
    release: optionalText(80),
    purpose: optionalText(1000),
    includePart2: flag(),
  }),
  fields: [
    classesQuestion,
    ...rangeQuestions,
    { name: 'format', label: 'Form', type: 'select', isRequired: true, options: exportFormats },
    { name: 'method', label: 'How', type: 'select', isRequired: true, options: sendMethods },
    {
      name: 'basis',
      label: 'On what ground',
      type: 'select',
      isRequired: true,
      options: legalBases,
    },
    {
      name: 'release',
      label: 'Release that allows it',
      type: 'relationship',
      relationTo: 'releases',
      help: 'Needed when the ground is a release.',
    },
    { name: 'purpose', label: 'What it is for', type: 'text' },
    {
      name: 'includePart2',
      label: 'Part 2 records too',
      type: 'checkbox',
      help: 'The patient gets the whole record in any case. Anybody else needs a consent of its own.',
    },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, input, now, record }) => {
    checkRange(input)
    const { includePart2, purpose = '', release, ...rest } = input
    const own = isOwn(record['requesterKind']) && input.basis === 'individual'
    return {
      set: {
        ...rest,
        release: release ?? null,
        isPart2: includePart2 || own,
        recipientKind: own ? 'patient' : (recipientOf[String(record['requesterKind'])] ?? 'other'),
        recipientName: record['requesterName'],
        purposeCode: own ? 'ownRequest' : 'legal',
        status: 'fulfilled',
        closedAt: now.toISOString(),
        closedBy: actor.id,
        purpose,
      },
    }
  },
  effects: [
    { name: 'share', run: shareForRequest },
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, { kind: 'records-request', recordIds: [context.record.id] }),
    },
    {
      name: 'tell',
      run: async (context) => {
        const { closedAt, id, method } = context.record
        if (method !== 'portal') return
        await tellAsker(context, `records-request-given|${id}|${String(closedAt)}`)
      },
    },
  ],
})

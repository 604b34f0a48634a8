import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/access/principal'
import { optionalText, requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import type { FactReader } from '@/hooks/rules/rule'
import { codesOf } from '@/src/domain/sharing/codes'
import { exportFormats } from '@/src/domain/sharing/exports'
import { classesIn, classWords } from '@/src/domain/sharing/recordClasses'
import { dueAfter } from '@/src/domain/sharing/requests'
import { notFound, Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import {
  checkRange,
  classesQuestion,
  rangeInput,
  rangeQuestions,
  requiredClasses,
} from '../../sharingInput'
import { classesFor } from '../classesFor'
import { askCompliance } from '../requestTask'

/** Throws where somebody who acts for the patient asks for parts of the record that they may not read. */
const requireOpenClasses = (req: PayloadRequest, classes: string): void => {
  const open = classesFor(req)
  if (classesIn(classes).every((code) => open.includes(code))) return
  const message = `Here you can ask for ${classWords(open.join(' '))}. Write to us for anything else.`
  throw new Refusal('invalid', [{ path: 'classes', message }])
}

/** The name under which somebody acts for the patient. */
const proxyName = async (read: FactReader, { id, patientId }: Actor): Promise<string> => {
  const proxy = await read.one('proxies', {
    and: [
      { portalUser: { equals: id } },
      { patient: { equals: patientId } },
      { status: { equals: 'active' } },
    ],
  })
  return String(proxy?.['name'] ?? '') || 'Somebody who acts for the patient'
}

/** The patient, or who acts for them, asks on the private page; being signed in there says who it is. */
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
    requireOpenClasses(req, input.classes)
    const isProxy = actor.kind === 'proxy'
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
        portalUser: isProxy ? actor.id : null,
        requesterKind: isProxy ? 'representative' : 'patient',
        requesterName: isProxy ? await proxyName(read, actor) : String(patient['displayName']),
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

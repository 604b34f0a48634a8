import { z } from 'zod'
import { consumeUnit } from '@/collections/billing/effects/consumeUnit'
import { ensureCharge } from '@/collections/billing/effects/ensureCharge'
import { optionalInstantText, optionalText } from '@/collections/fields/actionInputs'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { codeForMinutes } from '@/src/domain/billing/sessionMinutes'
import { idIn } from '@/src/domain/row'
import { addMinutes } from '@/src/domain/scheduling/zonedTime'
import { Refusal } from '@/src/lib/errors'
import { freeSlot } from '../bookSlot'
import { tagsIn, unknownTags } from '../checkTechniqueTags'
import { ensurePlanDue } from '../ensurePlanDue'
import { moveRecord } from '../moveRecord'
import { sessionTimes } from '../sessionTimes'

const serviceKinds = {
  intake: 'intake',
  individual: 'individual',
  family: 'familyWithPatient',
  group: 'group',
} as const

const serviceCodeOf = (kind: unknown, minutes: number): string | null => {
  const known = serviceKinds[kind as keyof typeof serviceKinds] ?? 'individual' // a stored code
  const found = codeForMinutes({ kind: known, minutes })
  return found.ok ? found.code : null
}

export const completeSession = defineAction({
  slug: 'sessions',
  name: 'complete',
  label: 'Complete session',
  tone: 'primary',
  input: z.object({
    techniqueTags: optionalText(1000),
    response: optionalText(20_000),
    startedAt: optionalInstantText(),
    endedAt: optionalInstantText(),
  }),
  fields: [
    { name: 'techniqueTags', label: 'Techniques', type: 'text' },
    { name: 'response', label: 'How the patient responded', type: 'textarea' },
    {
      name: 'startedAt',
      label: 'Began',
      type: 'datetime',
      help: 'Correct it if the button was late.',
    },
    {
      name: 'endedAt',
      label: 'Ended',
      type: 'datetime',
      help: 'Correct it if the button was late.',
    },
  ],
  from: { column: 'status', values: ['inProgress', 'stopped'] },
  prepare: async ({ input, now, record }) => {
    const unknown = unknownTags(input.techniqueTags)
    if (unknown.length) throw new Refusal('invalid', unknown)
    const times = sessionTimes({ record, startedAt: input.startedAt, endedAt: input.endedAt, now })
    return {
      set: {
        ...times,
        status: 'completed',
        completedAt: now.toISOString(),
        serviceCode: serviceCodeOf(record['kind'], times.minutes),
        ...(input.techniqueTags ? { techniqueTags: tagsIn(input.techniqueTags).join(' ') } : {}),
        ...(input.response ? { response: input.response } : {}),
      },
    }
  },
  effects: [
    {
      name: 'appointment',
      run: async ({ read, record, req }) => {
        const id = idIn(record, 'appointment') ?? ''
        await moveRecord(req, {
          collection: 'appointments',
          id,
          from: { status: { equals: 'inSession' } },
          set: { status: 'completed' },
        })
        const appointment = await read.one('appointments', id)
        await freeSlot({ req, appointmentKey: String(appointment?.['uniqueKey']) })
      },
    },
    {
      name: 'patient',
      run: async ({ record, req }) => {
        await moveRecord(req, {
          collection: 'patients',
          id: idIn(record, 'patient') ?? '',
          from: { status: { equals: 'prospective' } },
          set: { status: 'active' },
        })
      },
    },
    { name: 'charge', run: ({ record, req, system }) => ensureCharge({ req, system }, record.id) },
    {
      name: 'unit',
      run: ({ record, req, system }) =>
        consumeUnit(
          { req, system },
          { appointmentId: idIn(record, 'appointment') ?? '', sessionId: record.id },
        ),
    },
    {
      name: 'note-task',
      run: async ({ record, req, system }) => {
        const { noteDueHours } = await loadSettings(req, {})
        await ensureTask(system, {
          uniqueKey: `note-due|${record.id}`,
          title: record['isIntake'] ? 'Write the intake assessment' : 'Write the session note',
          kind: 'note-due',
          assignee: idIn(record, 'clinician'),
          dueAt: new Date(
            addMinutes({ instant: String(record['endedAt']), minutes: 60 * noteDueHours }),
          ),
          collectionSlug: 'sessions',
          recordId: record.id,
        })
      },
    },
    { name: 'plan-task', run: (context) => ensurePlanDue(context) },
  ],
})

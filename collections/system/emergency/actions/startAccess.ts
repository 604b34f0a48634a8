import { z } from 'zod'
import { openEmergencyKey } from '@/access/session/emergency'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { practiceZone } from '@/src/lib/practiceZone'
import { endEmergencyAccess } from '../endEmergencyAccess'
import { emergencyReasons, shortestReason } from '../reasons'
import { askForReview, tellOthers } from '../tellOthers'

const reasonCodes = emergencyReasons.map(({ value }) => value) as [string, ...string[]] // never empty

const unknownPatient = (): Refusal =>
  new Refusal('invalid', [
    { path: 'patient', message: 'Choose a patient from the list: this one was not found.' },
  ])

/** Opens one chart for reading, for minutes of the machine's own clock, which nobody moves. */
export const startAccess = defineAction({
  slug: 'break-glass-grants',
  name: 'start',
  on: 'collection',
  label: 'Open chart in an emergency',
  confirm:
    'You may read this one chart for an hour. Compliance and the clinician are told at once, everything you open is written down, the patient can see it, and it is reviewed. Private notes of therapists stay shut.',
  tone: 'danger',
  stepUp: true,
  input: z.object({
    patient: requiredText('Choose whose chart it is.', 80),
    reasonCode: requiredChoice(reasonCodes, 'Say what kind of emergency it is.'),
    reasonText: requiredText('Write why you need this chart now.', 2000).refine(
      (text) => text.length >= shortestReason,
      `Write why you need this chart now, in at least ${shortestReason} characters.`,
    ),
  }),
  fields: [
    {
      name: 'patient',
      label: 'Patient',
      type: 'relationship',
      relationTo: 'patients',
      isRequired: true,
    },
    {
      name: 'reasonCode',
      label: 'Kind of emergency',
      type: 'select',
      isRequired: true,
      options: emergencyReasons,
    },
    {
      name: 'reasonText',
      label: 'Why you need this chart now',
      type: 'textarea',
      isRequired: true,
      help: `At least ${shortestReason} characters: what happened, and what you need to find out. Kept encrypted.`,
    },
  ],
  prepare: async ({ req, actor, input, read, now }) => {
    const staff = actor.id ?? ''
    const patient = await read.one('patients', input.patient)
    if (!patient) throw unknownPatient()
    await endEmergencyAccess(req, staff)
    const uniqueKey = openEmergencyKey(staff)
    if (await read.one('break-glass-grants', { uniqueKey: { equals: uniqueKey } })) {
      throw new Refusal(
        'conflict',
        'You have a chart open in an emergency already. End that access first, then open this one.',
      )
    }
    const { emergencyMinutes, emergencyReviewDays } = await loadSettings(req, {})
    const startedAt = clock.wall()
    return {
      set: {
        uniqueKey,
        staff,
        patient: input.patient,
        status: 'active',
        reasonCode: input.reasonCode,
        startedAt: startedAt.toISOString(),
        expiresAt: new Date(startedAt.getTime() + emergencyMinutes * 60_000).toISOString(),
        dueAt: businessDeadline({
          receivedAt: now,
          days: emergencyReviewDays,
          zone: practiceZone(),
        }),
        reasonText: input.reasonText,
      },
    }
  },
  effects: [
    { name: 'review', run: askForReview },
    { name: 'mail', run: tellOthers },
  ],
})

import { z } from 'zod'
import { flag, optionalText, requiredText } from '@/collections/fields/actionInputs'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { agreementsOf } from '@/hooks/rules/intake/agreementsOf'
import { isTrainee } from '@/hooks/rules/records/trainee'
import { minorMayConsent } from '@/src/domain/people/minorConsent'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'

const dayMs = 86_400_000

/** R12: the findings are in hooks/rules/intake/R12; the commit keeps what they were judged by. */
export const consentAlone = defineAction({
  slug: 'care-episodes',
  name: 'consent-alone',
  label: 'Minor consents alone',
  confirm:
    'Visits and notes of this care are not there for parents and proxies, in the portal and in mail. A trainee asks the supervisor first.',
  on: 'collection',
  input: z.object({
    patient: requiredText('Choose a patient.', 64),
    state: optionalText(2),
    isMatureEnough: flag(),
    reason: optionalText(4000),
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
      name: 'state',
      label: 'State where the care is given',
      type: 'text',
      help: 'Two letters, such as CA. The patient’s own state when left empty.',
    },
    {
      name: 'isMatureEnough',
      label: 'In my judgment mature enough to take part in this care',
      type: 'checkbox',
    },
    {
      name: 'reason',
      label: 'Why parents are not involved',
      type: 'textarea',
      isRequired: true,
    },
  ],
  prepare: async ({ actor, input, now, read }) => {
    const patient = await read.one('patients', input.patient)
    if (!patient)
      throw new Refusal('invalid', [
        { path: 'patient', message: 'Choose a patient from the list.' },
      ])
    const known = await read.many('care-episodes', { patient: { equals: input.patient } })
    const state = (input.state || String(patient['region'] ?? '')).toUpperCase()
    const answer = minorMayConsent({
      birthDate: patient['dateOfBirth'],
      state,
      on: practiceToday(),
    })
    const law = answer.isPossible ? answer.law : null
    const isLimited = answer.isPossible && answer.isLimited
    const mustConsult = isTrainee(actor)
    return {
      set: {
        uniqueKey: `alone|${input.patient}|${known.length + 1}`,
        patient: input.patient,
        consentBasis: 'minorAlone',
        status: mustConsult ? 'consulting' : 'open',
        state,
        lawKey: law?.key ?? '',
        citation: law?.citation ?? '',
        ageAtStart: answer.isPossible ? answer.age : null,
        sessionLimit: isLimited ? law?.sessionLimit : null,
        sessionMinutes: isLimited ? law?.sessionMinutes : null,
        isMatureEnough: input.isMatureEnough,
        clinician: actor.id,
        openedAt: mustConsult ? null : now.toISOString(),
        isOpenToProxies: false,
        reason: input.reason ?? '',
      },
    }
  },
  effects: [
    {
      name: 'consult-task',
      run: async ({ now, read, record, system }) => {
        if (record['status'] !== 'consulting') return
        for (const agreement of await agreementsOf(read, idIn(record, 'clinician'))) {
          const supervisor = idIn(agreement, 'supervisor')
          await ensureTask(system, {
            uniqueKey: `minor-consent|${record.id}|${supervisor}`,
            title: 'A trainee asks you about care that a minor consents to alone',
            kind: 'minor-consent',
            assignee: supervisor,
            dueAt: new Date(now.getTime() + dayMs),
            isUrgent: true,
            collectionSlug: 'care-episodes',
            recordId: record.id,
          })
        }
      },
    },
  ],
})

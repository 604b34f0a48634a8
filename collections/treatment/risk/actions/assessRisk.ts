import { z } from 'zod'
import {
  instantIn,
  instantText,
  requiredChoice,
  requiredText,
} from '@/collections/fields/actionInputs'
import { optionalDay } from '@/collections/records/fields/optionalDay'
import { defineAction } from '@/hooks/actions/define'
import { RISK_IDEATION, RISK_LEVELS } from '@/src/domain/records/intakeSections'
import { Refusal } from '@/src/lib/errors'
import { practiceZone } from '@/src/lib/practiceZone'
import { dispositions } from '../dispositions'

const codesOf = (options: readonly { value: string }[]) =>
  options.map(({ value }) => value) as [string, ...string[]] // the lists are not empty

const input = z.object({
  contactedAt: instantText('Enter when you reached the patient.'),
  ideation: requiredChoice(
    codesOf(RISK_IDEATION),
    'Choose what the patient said about such thoughts.',
  ),
  acuteRisk: requiredChoice(codesOf(RISK_LEVELS), 'Rate the acute risk.'),
  chronicRisk: requiredChoice(codesOf(RISK_LEVELS), 'Rate the chronic risk.'),
  assessment: requiredText('Write the assessment.', 10_000),
  disposition: requiredChoice(codesOf(dispositions), 'Choose what was done.'),
  followUpOn: optionalDay(),
})

export const assessRisk = defineAction({
  slug: 'risk-events',
  name: 'assess',
  label: 'Record assessment',
  tone: 'primary',
  input,
  fields: [
    { name: 'contactedAt', label: 'Reached at', type: 'datetime', isRequired: true },
    {
      name: 'ideation',
      label: 'Thoughts',
      type: 'select',
      isRequired: true,
      options: RISK_IDEATION,
    },
    {
      name: 'acuteRisk',
      label: 'Acute risk',
      type: 'select',
      isRequired: true,
      options: RISK_LEVELS,
    },
    {
      name: 'chronicRisk',
      label: 'Chronic risk',
      type: 'select',
      isRequired: true,
      options: RISK_LEVELS,
    },
    { name: 'assessment', label: 'Assessment', type: 'textarea', isRequired: true },
    {
      name: 'disposition',
      label: 'What was done',
      type: 'select',
      isRequired: true,
      options: dispositions,
    },
    {
      name: 'followUpOn',
      label: 'Follow-up on',
      type: 'day',
      help: 'Within 3 days unless the risk is low.',
    },
  ],
  from: { column: 'status', values: ['open', 'assessed'] },
  prepare: async ({ actor, input: { assessment, contactedAt: given, ...codes }, now }) => {
    const contactedAt = instantIn(given, practiceZone())
    if (codes.acuteRisk !== 'low' && !codes.followUpOn) {
      const message = 'The risk is not low. Choose a day for the follow-up.'
      throw new Refusal('refused-by-rule', [{ path: 'followUpOn', message, rule: 'R19' }])
    }
    if (contactedAt > now.toISOString()) {
      const message = 'The contact cannot be in the future.'
      throw new Refusal('refused-by-rule', [{ path: 'contactedAt', message }])
    }
    return {
      set: {
        ...codes,
        followUpOn: codes.followUpOn ?? null,
        contactedAt,
        status: 'assessed',
        assessedAt: now.toISOString(),
        assessedBy: actor.id,
        assessment,
      },
    }
  },
})

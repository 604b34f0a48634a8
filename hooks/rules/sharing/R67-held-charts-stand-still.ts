import { idIn } from '@/src/domain/row'
import { defineRule } from '../rule'
import { patientsOnHold } from './patientsOnHold'

type Facts = { isOnHold: boolean }

/** What would take something out of a chart; destroying one asks the same facts (patientsOnHold). */
export const heldChartsStandStill = defineRule<Facts>({
  id: 'R67',
  title: 'Nothing of a chart on legal hold is marked as entered in error',
  area: 'sharing',
  appliesTo: [
    'progress-notes:action:void',
    'psychotherapy-notes:action:void',
    'documents:action:void',
  ],
  override: null,
  facts: async (read, { before }) => {
    const patient = before ? idIn(before, 'patient') : null
    return { isOnHold: patient !== null && (await patientsOnHold(read, [patient])).has(patient) }
  },
  check: ({ change, facts }) =>
    facts.isOnHold
      ? [
          {
            message:
              'This chart is on legal hold: nothing in it may be marked as entered in error. Add a correction instead, or ask compliance to lift the hold.',
            fixUrl: `/admin/patient/${idIn(change.before ?? {}, 'patient')}?section=sharing`,
          },
        ]
      : [],
})

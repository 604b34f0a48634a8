import { idIn, type Row } from '@/src/domain/row'
import { defineRule } from '../rule'
import { eligibilityState } from './eligibilityState'

export const coverageIsChecked = defineRule({
  id: 'R14',
  title: 'Coverage that was not checked lately is pointed out',
  area: 'billing',
  appliesTo: [
    'appointments:action:book',
    'appointments:action:check-in',
    'claims:action:prepare',
    'claims:action:submit',
  ],
  override: null,
  isAdvice: true,
  target: (change) => ({ payer: idIn(change.after, 'payer') }),
  facts: async (read, change): Promise<{ policies: Row[] }> => {
    const patient = idIn(change.after, 'patient')
    if (!patient) return { policies: [] }
    const policies = await read.many('insurance-policies', {
      and: [
        { patient: { equals: patient } },
        { status: { equals: 'active' } },
        { priority: { equals: 'primary' } },
      ],
    })
    return { policies }
  },
  check: ({ actor, facts, settings, today }) =>
    // Who acts for a patient may hold the right to book and not the one to bills.
    (actor.kind === 'proxy' ? [] : facts.policies)
      .map((policy) => ({
        policy,
        ...eligibilityState({ policy, today, maxAgeDays: settings.eligibilityMaxAgeDays }),
      }))
      .filter(({ state }) => state !== 'fresh')
      .map(({ policy, message }) => ({
        message,
        fixUrl: `/admin/collections/eligibility-checks/create?policy=${policy['id']}`,
      })),
})

import { isMinorOn, majorityAge } from '@/src/domain/people/majority'
import { baseOf } from '@/src/domain/people/proxies'
import { idIn, type Row } from '@/src/domain/row'
import { defineRule } from '../rule'
import { callNameOf } from './minorFacts'

/** Access itself ends by the day (access/session/proxies.ts); nobody gets it back afterwards either. */
export const childhoodEndsOnTheBirthday = defineRule<{ patient: Row | null }>({
  id: 'R13',
  title: "A parent's or guardian's access ends on the day the patient comes of age",
  area: 'intake',
  appliesTo: ['proxies:action:approve', 'proxies:action:invite'],
  override: null,
  facts: async (read, { after }) => ({
    patient: await read.one('patients', idIn(after, 'patient')),
  }),
  check: ({ change, facts: { patient }, today }) => {
    if (!patient || baseOf(change.after['basis'])?.endsWithChildhood === false) return []
    const name = callNameOf(patient)
    const isMinor = isMinorOn({
      birthDate: patient['dateOfBirth'],
      state: patient['region'],
      on: today,
    })
    if (isMinor === null) {
      const message = `Enter the date of birth of ${name} first: what a parent may do depends on it.`
      return [{ path: 'patient', message, fixUrl: `/admin/collections/patients/${patient['id']}` }]
    }
    if (isMinor) return []
    const age = majorityAge(patient['region'])
    return [
      {
        path: 'basis',
        message: `${name} turned ${age}. Parent access ended; ask ${name} what to share.`,
      },
    ]
  },
})

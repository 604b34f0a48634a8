import { daysBetween, isCalendarDate } from '@/src/domain/calendarDate'
import { countOf } from '@/src/domain/countOf'
import type { Row } from '@/src/domain/row'

export type EligibilityState = {
  state: 'fresh' | 'stale' | 'never' | 'inactive'
  lastCheckedOn: string | null
  ageDays: number | null
  message: string
}

type Asked = { policy: Row; today: string; maxAgeDays: number }

/** Where the last answer about a policy stands (rules.md R14: 30 days). */
export const eligibilityState = ({ policy, today, maxAgeDays }: Asked): EligibilityState => {
  const last = policy['lastCheckedOn']
  const lastCheckedOn = isCalendarDate(last) ? last : null
  const ageDays = lastCheckedOn ? daysBetween(lastCheckedOn, today) : null
  const at = { lastCheckedOn, ageDays }
  if (policy['coverageResult'] === 'inactive') {
    return {
      ...at,
      state: 'inactive',
      message:
        'The payer says this coverage is not active. Ask for new insurance, or give a self-pay estimate.',
    }
  }
  if (ageDays === null) {
    return {
      ...at,
      state: 'never',
      message: 'Coverage was never checked. Check it with the payer.',
    }
  }
  if (ageDays > maxAgeDays) {
    return {
      ...at,
      state: 'stale',
      message: `Coverage was last checked ${countOf(ageDays, 'day')} ago. Check it again.`,
    }
  }
  return { ...at, state: 'fresh', message: `Coverage was checked ${countOf(ageDays, 'day')} ago.` }
}

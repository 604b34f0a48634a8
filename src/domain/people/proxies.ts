import type { Row } from '@/src/domain/row'
import { isMinorOn } from './majority'

/**
 * On what somebody's authority over a patient's care rests. `endsWithChildhood`: it goes when the patient
 * comes of age. `needsPaper`: an order or deed proves it.
 */
export const PROXY_BASES = [
  { value: 'parent', label: 'Parent', endsWithChildhood: true, needsPaper: false },
  {
    value: 'custody',
    label: 'Parent under a custody order',
    endsWithChildhood: true,
    needsPaper: true,
  },
  {
    value: 'guardian',
    label: 'Guardian of a minor',
    endsWithChildhood: true,
    needsPaper: true,
  },
  {
    value: 'adultGuardian',
    label: 'Guardian of an adult, by court',
    endsWithChildhood: false,
    needsPaper: true,
  },
  {
    value: 'powerOfAttorney',
    label: 'Health care power of attorney',
    endsWithChildhood: false,
    needsPaper: true,
  },
  {
    value: 'chosen',
    label: 'Chosen by the patient',
    endsWithChildhood: false,
    needsPaper: false,
  },
] as const

export const PROXY_RIGHTS = [
  { name: 'mayReadRecords', right: 'records', label: 'See records' },
  { name: 'mayBook', right: 'booking', label: 'Book and cancel visits' },
  { name: 'mayBilling', right: 'billing', label: 'See and pay bills' },
  { name: 'mayConsent', right: 'consents', label: 'Consent and sign papers' },
] as const

export type ProxyRight = (typeof PROXY_RIGHTS)[number]['right']

export const baseOf = (value: unknown) => PROXY_BASES.find((base) => base.value === value)

export const rightsOf = (proxy: Row): ProxyRight[] =>
  PROXY_RIGHTS.filter(({ name }) => proxy[name] === true).map(({ right }) => right)

type Question = { proxy: Row; birthDate: unknown; state: unknown; today: string }

/** Whether authority that ends with childhood has ended; so has one over somebody of unknown age. */
export const hasOutgrown = ({ proxy, birthDate, state, today }: Question): boolean =>
  baseOf(proxy['basis'])?.endsWithChildhood !== false &&
  isMinorOn({ birthDate, state, on: today }) !== true

/**
 * Whether a proxy may act on a day: approved, within its dates, and the patient still a child where it
 * depends on that. The day decides, whether or not a job has noted the birthday yet (45 CFR 164.502(g)).
 */
export const isProxyInForce = (question: Question): boolean => {
  const { proxy, today } = question
  const startsOn = String(proxy['startsOn'] ?? '')
  const endsOn = String(proxy['endsOn'] ?? '')
  return (
    proxy['status'] === 'active' &&
    startsOn !== '' &&
    startsOn <= today &&
    (endsOn === '' || endsOn >= today) &&
    !hasOutgrown(question)
  )
}

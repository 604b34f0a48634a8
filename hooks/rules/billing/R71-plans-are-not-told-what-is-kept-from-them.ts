import { formatDate, isCalendarDate, isWithin } from '@/src/domain/calendarDate'
import { idIn, type Row } from '@/src/domain/row'
import type { Finding } from '@/src/lib/errors'
import type { Change } from '../../change'
import { defineRule, type FactReader } from '../rule'
import { type PlanSecret, secretFromPlan } from './secretFromPlan'

type Kept = { charge: Row; secret: PlanSecret }

const dayOf = (charge: Row): string =>
  isCalendarDate(charge['serviceDate']) ? formatDate(charge['serviceDate']) : 'this day'

const claimsIn = async (read: FactReader, { after, slug }: Change): Promise<readonly Row[]> => {
  if (slug !== 'claim-batches') return [after]
  const ids = String(after['claimIds'] ?? '')
    .split(' ')
    .filter(Boolean)
  return read.many('claims', { id: { in: ids } })
}

const keptInClaims = async (read: FactReader, change: Change): Promise<Kept[]> => {
  const claims = await claimsIn(read, change)
  const ids = claims.map((claim) => idIn(claim, 'charge') ?? '').filter(Boolean)
  const charges = ids.length ? await read.many('charges', { id: { in: ids } }) : []
  const kept: Kept[] = []
  for (const charge of charges) {
    const secret = await secretFromPlan(read, charge)
    if (secret) kept.push({ charge, secret })
  }
  return kept
}

/** Services inside the days of a disclosure to an insurance company that it must not hear of. */
const keptInDisclosure = async (read: FactReader, { after }: Change): Promise<Kept[]> => {
  if (after['recipientKind'] !== 'insurer') return []
  const charges = await read.many('charges', {
    and: [{ patient: { equals: idIn(after, 'patient') } }, { isKeptFromPlan: { equals: true } }],
  })
  const days = {
    from: String(after['recordsFrom'] ?? '') || null,
    to: String(after['recordsTo'] ?? '') || null,
  }
  return charges
    .filter((charge) => isWithin(String(charge['serviceDate'] ?? ''), days))
    .map((charge) => ({ charge, secret: 'paidByPatient' }))
}

const claimSentences: Readonly<Record<PlanSecret, (day: string) => string>> = {
  paidByPatient: (day) =>
    `The service of ${day} is kept from the plan: the patient pays it in full. No claim is made for it. Only the patient can change that.`,
  minorAlone: (day) =>
    `The service of ${day} is care that a minor consented to alone: what the plan writes would tell a parent. The minor may open that care to parents first.`,
}

/**
 * MN-7 and MI-5, on every path to a plan. Nobody goes past it: the law leaves no choice. What was told by
 * mistake is written down all the same: the patient may ask for it.
 */
export const plansAreNotToldWhatIsKeptFromThem = defineRule<{ kept: Kept[] }>({
  id: 'R71',
  title:
    'A plan is not told of a service that the patient paid in full and keeps from it, nor of care a minor consented to alone',
  area: 'billing',
  appliesTo: [
    'claims:create',
    'claims:action:prepare',
    'claims:action:submit',
    'claims:action:replace',
    'claim-batches:action:submit',
    'disclosures:action:prepare',
    'disclosures:action:send',
    'record-requests:action:fulfil',
  ],
  override: null,
  status: 409,
  facts: async (read, change) => ({
    kept: change.slug.startsWith('claim')
      ? await keptInClaims(read, change)
      : await keptInDisclosure(read, change),
  }),
  check: ({ change: { slug }, facts }): Finding[] =>
    facts.kept.map(({ charge, secret }) => {
      const day = dayOf(charge)
      if (slug.startsWith('claim')) return { path: 'charge', message: claimSentences[secret](day) }
      return {
        path: 'recordsFrom',
        message: `The service of ${day} is kept from the plan. Choose days without it: nothing about it goes to an insurance company.`,
      }
    }),
})

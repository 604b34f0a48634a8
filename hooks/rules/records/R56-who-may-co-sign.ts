import { hasRole } from '@/access/principal'
import { formatDate } from '@/src/domain/calendarDate'
import { idIn, type Row } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import type { Change } from '../../change'
import { defineRule, type FactReader } from '../rule'
import { isInForce } from './agreements'
import { licensesOn } from './licenses'

type Facts = {
  author: Row | null
  agreements: Row[]
  isLicensed: boolean
  /** The day on which the agreement must hold. */
  on: string
}

const signerOf = ({ after, before }: Change): string | null => idIn(before ?? after, 'signedBy')

const cosigner = ({ after }: Change): string => idIn(after, 'cosignedBy') ?? ''

const load = async (read: FactReader, change: Change): Promise<Facts> => {
  const signer = signerOf(change)
  const on = String(change.after['serviceDate'] || practiceToday())
  const [author, agreements, licenses] = await Promise.all([
    signer ? read.one('staff', signer) : Promise.resolve(null),
    signer
      ? read.many('supervision-agreements', { supervisee: { equals: signer } })
      : Promise.resolve([]),
    licensesOn(read, cosigner(change), practiceToday()),
  ])
  return { author, agreements, isLicensed: licenses.length > 0, on }
}

const agreementSentence = (mine: readonly Row[], author: Row | null, on: string): string => {
  const name = String(author?.['name'] ?? 'the author').split(' ')[0]
  const ended = mine
    .map((row) => String(row['endsOn'] ?? ''))
    .filter((day) => day && day < on)
    .sort()
    .at(-1)
  return ended
    ? `Your agreement with ${name} ended ${formatDate(ended)}. Another supervisor has to co-sign.`
    : `You have no supervision agreement with ${name} for ${formatDate(on)}. Another supervisor has to co-sign.`
}

export const whoMayCoSign = defineRule<Facts>({
  id: 'R56',
  title:
    'A co-signature comes from another person with a license and an agreement on the day of service',
  area: 'records',
  appliesTo: [
    'progress-notes:action:cosign',
    'intake-assessments:action:cosign',
    'addenda:action:cosign',
    'treatment-plans:action:approve',
  ],
  override: null,
  facts: load,
  check: ({ actor, change, facts: { agreements, author, isLicensed, on } }) => {
    if (signerOf(change) === actor.id)
      return [{ message: 'You cannot co-sign what you signed yourself.' }]
    // The director answers for plans of the whole practice.
    const isDirector = change.slug === 'treatment-plans' && hasRole(actor, 'director')
    const mine = agreements.filter((row) => row['supervisor'] === actor.id)
    const hasAgreement = isDirector || mine.some((row) => isInForce(row, on))
    return [
      ...(hasAgreement ? [] : [{ message: agreementSentence(mine, author, on) }]),
      ...(isLicensed
        ? []
        : [{ message: 'No license of yours is on file that holds today. Ask HR to add it.' }]),
    ]
  },
})

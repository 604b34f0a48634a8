import {
  lawByKey,
  type MinorConsentAnswer,
  minorMayConsent,
} from '@/src/domain/people/minorConsent'
import { idIn, type Row } from '@/src/domain/row'
import type { Finding } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import type { Change } from '../../change'
import { defineRule, type FactReader } from '../rule'
import { callNameOf, peopleUrl } from './minorFacts'

type Facts = {
  patient: Row | null
  /** Care of the kind that is open already, or that the visit belongs to. */
  episode: Row | null
  /** Meetings of that care that took place or are booked, without this one. */
  meetings: number
}

/** Nobody goes past these: the product does not guess what the law of a state says. */
const lawFinding = (
  answer: MinorConsentAnswer,
  { name, state }: Record<'name' | 'state', string>,
) => {
  if (answer.isPossible) return null
  const { problem, law } = answer
  const sentences = {
    noBirthDate: `Enter the date of birth of ${name} first: the law counts years.`,
    noState: `In which state is ${name} treated? Choose the state.`,
    noLaw: `No rule is on file for a minor's consent in ${state}. Ask counsel, and have the rule added before ${name} consents alone.`,
    adult: `${name} is of age and consents without this.`,
    notAllowed: `In ${law?.stateName} a parent consents (${law?.citation}).`,
    tooYoung: `In ${law?.stateName} one must be ${law?.minimumAge} to consent alone (${law?.citation}).`,
  } as const
  return { path: 'state', message: sentences[problem], mayOverride: [] }
}

const openingFindings = ({ after }: Change, { patient, episode }: Facts): Finding[] => {
  if (!patient) return []
  const name = callNameOf(patient)
  const state = String(after['state'] ?? '')
  const answer = minorMayConsent({
    birthDate: patient['dateOfBirth'],
    state,
    on: practiceToday(),
  })
  const wrong = lawFinding(answer, { name, state })
  if (wrong) return [wrong]
  const law = answer.law
  const findings: Finding[] = []
  if (episode) {
    findings.push({
      path: 'patient',
      message: `${name} consented alone to care that is still open. End that first, or go on with it.`,
      fixUrl: peopleUrl(patient['id']),
      mayOverride: [],
    })
  }
  if (law?.needsMaturity && after['isMatureEnough'] !== true) {
    findings.push({
      path: 'isMatureEnough',
      message: `${law.stateName} asks whether ${name} is mature enough for this care. Tick it, or do not begin.`,
      mayOverride: [],
    })
  }
  if (!String(after['reason'] ?? '').trim()) {
    findings.push({
      path: 'reason',
      message: 'Parent access is off for this episode. Write why parents are not involved.',
    })
  }
  return findings
}

const visitFindings = ({ after }: Change, { patient, episode, meetings }: Facts): Finding[] => {
  if (!patient || !episode) return []
  const fixUrl = peopleUrl(patient['id'])
  const name = callNameOf(patient)
  if (episode['status'] === 'consulting') {
    const message = `Your supervisor has to be consulted first: care that ${name} consents to alone waits for their word.`
    return [{ path: 'care', message, fixUrl }]
  }
  const law = lawByKey(episode['lawKey'])
  const limit = Number(episode['sessionLimit'] ?? 0)
  const minutes = Number(episode['sessionMinutes'] ?? 0)
  const findings: Finding[] = []
  if (limit && meetings >= limit) {
    const message = `${limit} meetings are used. ${law?.stateName} asks for a parent's consent before another (${episode['citation']}).`
    findings.push({ path: 'care', message, fixUrl })
  }
  if (minutes && Number(after['minutes'] ?? 0) > minutes) {
    const message = `Before a parent consents a meeting lasts at most ${minutes} minutes in ${law?.stateName}.`
    findings.push({ path: 'minutes', message })
  }
  return findings
}

const countMeetings = (read: FactReader, { after, before }: Change, episode: string) =>
  read.count('appointments', {
    and: [
      { episode: { equals: episode } },
      { status: { not_in: ['cancelled', 'noShow'] } },
      ...(before ? [{ startsAt: { less_than: String(after['startsAt']) } }] : []),
    ],
  })

export const minorsConsentAloneWhereTheLawLetsThem = defineRule<Facts>({
  id: 'R12',
  title:
    'A minor consents alone only where a state lets them, with age, basis and limit on record; a trainee asks the supervisor; parents are out of it',
  area: 'intake',
  appliesTo: [
    'care-episodes:action:consent-alone',
    'appointments:action:book',
    'appointments:action:check-in',
  ],
  override: { roles: ['supervisor'] },
  facts: async (read, change) => {
    const { after, slug } = change
    const patientId = idIn(after, 'patient')
    const patient = await read.one('patients', patientId)
    if (slug === 'care-episodes') {
      const open = await read.many('care-episodes', {
        and: [{ patient: { equals: patientId } }, { status: { not_equals: 'closed' } }],
      })
      return { patient, episode: open[0] ?? null, meetings: 0 }
    }
    const episode = await read.one('care-episodes', idIn(after, 'episode'))
    const meetings = episode ? await countMeetings(read, change, String(episode['id'])) : 0
    return { patient, episode, meetings }
  },
  check: ({ change, facts }) =>
    change.slug === 'care-episodes' ? openingFindings(change, facts) : visitFindings(change, facts),
})

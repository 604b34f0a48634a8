import { idIn } from '@/src/domain/row'
import type { Finding } from '@/src/lib/errors'
import { defineRule } from '../rule'
import { type MinorFacts, minorFactsOf, peopleUrl } from './minorFacts'

type Facts = { minor: MinorFacts; hasMet: boolean }

const byProxy: Readonly<Record<string, string>> = {
  'action:book': 'book',
  'action:cancel': 'cancel',
  'action:reschedule': 'move visits',
}

const custodyFindings = ({ minor, hasMet }: Facts): Finding[] => {
  if (!minor || minor.isAlone || hasMet) return []
  const fixUrl = peopleUrl(minor.patient['id'])
  const { parents, custodyReviewedAt } = minor.patient
  if (!parents) {
    const message = `Do the parents of ${minor.name} live together? Answer the custody question before the first session.`
    return [{ path: 'patient', message, fixUrl }]
  }
  if (parents !== 'apart' || custodyReviewedAt) return []
  return [{ path: 'patient', message: 'Custody paper needed before the first session.', fixUrl }]
}

export const custodyIsClearBeforeTheFirstSession = defineRule<Facts>({
  id: 'R11',
  title:
    'Where parents live apart, the custody order is read before the first session, and each parent has the rights it gives',
  area: 'intake',
  appliesTo: [
    'appointments:action:book',
    'appointments:action:cancel',
    'appointments:action:check-in',
    'proxies:action:approve',
  ],
  override: { roles: ['director'] },
  facts: async (read, { after, slug }) => ({
    minor: await minorFactsOf(read, after),
    hasMet:
      slug === 'appointments' &&
      (await read.count('sessions', { patient: { equals: idIn(after, 'patient') } })) > 0,
  }),
  check: ({ actor, change, facts }) => {
    const { on, slug } = change
    if (actor.kind === 'proxy') {
      const isTheirs = actor.patientId === idIn(change.after, 'patient')
      if (slug !== 'appointments' || !isTheirs || actor.proxy?.rights.includes('booking')) return []
      const does = actor.proxy?.rights.includes('records') ? 'see records' : 'not see this'
      const message = `You can ${does} but not ${byProxy[on] ?? 'book'}. Ask the office if you think that is wrong.`
      return [{ path: 'patient', message, mayOverride: [] }]
    }
    const isDue = on === 'action:check-in' || slug === 'proxies'
    return isDue ? custodyFindings(facts) : []
  },
})

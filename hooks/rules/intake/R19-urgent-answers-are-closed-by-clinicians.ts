import { hasRole } from '@/access/principal'
import type { Row } from '@/src/domain/row'
import { defineRule } from '../rule'

type Facts = { risk: Row | null; hasSafetyPlan: boolean }

const elevated = ['intermediate', 'high']

const isClosing = (slug: string): boolean => slug === 'risk-events'

/** Alerting itself happens in collections/treatment/risk/raiseRisk.ts; this says who ends it, and when. */
export const urgentAnswersAreClosedByClinicians = defineRule<Facts>({
  id: 'R19',
  title:
    'A sign of self-harm is assessed the same day and closed by a clinician or supervisor only',
  area: 'intake',
  appliesTo: ['risk-events:action:close', 'tasks:action:complete'],
  override: null,
  facts: async (read, { after, slug }) => {
    const isTask = after['kind'] === 'risk' && after['collectionSlug'] === 'risk-events'
    const risk = isClosing(slug)
      ? after
      : isTask
        ? await read.one('risk-events', String(after['recordId'] ?? ''))
        : null
    if (!risk) return { risk, hasSafetyPlan: false }
    const plans = await read.count('safety-plans', { patient: { equals: risk['patient'] } })
    return { risk, hasSafetyPlan: plans > 0 }
  },
  check: ({ actor, change, facts: { risk, hasSafetyPlan }, isSystem }) => {
    if (!risk) return []
    const isAllowed = isSystem || hasRole(actor, 'clinician', 'intern', 'supervisor', 'director')
    if (!isAllowed) {
      return [
        { message: 'This can only be closed by the clinician or the supervisor. Call them now.' },
      ]
    }
    if (!risk['assessedAt']) {
      const fixUrl = `/admin/collections/risk-events/${risk['id']}`
      return [{ message: 'Record the contact, the assessment and what was done first.', fixUrl }]
    }
    if (!isClosing(change.slug) || hasSafetyPlan || !elevated.includes(String(risk['acuteRisk']))) {
      return []
    }
    const fixUrl = `/admin/collections/safety-plans/create?patient=${risk['patient']}`
    return [{ message: 'The risk is not low. Write a safety plan before closing.', fixUrl }]
  },
})

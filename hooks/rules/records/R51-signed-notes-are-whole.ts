import { defineRule } from '../rule'
import {
  assessmentChecksOf,
  assessmentFactsOf,
  fieldOf,
  type NoteFacts,
  noteChecksOf,
  noteFactsOf,
} from './noteFacts'

const isAssessment = (slug: string): boolean => slug === 'intake-assessments'

const fixUrlOf = (path: string, { patient, session }: NoteFacts): string | undefined => {
  if (path.startsWith('session.') && session) return `/admin/collections/sessions/${session['id']}`
  if (path === 'note.diagnosisIds')
    return `/admin/collections/diagnoses/create?patient=${patient?.['id']}`
  return path === 'plan'
    ? `/admin/collections/treatment-plans?filter=patient:${patient?.['id']}`
    : undefined
}

export const signedNotesAreWhole = defineRule<NoteFacts>({
  id: 'R51',
  title: 'A note is signed with times, place, code, diagnosis, objective, risk line and next step',
  area: 'records',
  appliesTo: ['progress-notes:action:sign', 'intake-assessments:action:sign'],
  override: null,
  facts: (read, { after, slug }) =>
    isAssessment(slug) ? assessmentFactsOf(read, after) : noteFactsOf(read, after),
  check: ({ change, facts, settings, today }) => {
    const checks = isAssessment(change.slug)
      ? assessmentChecksOf(change.after, facts, { today })
      : noteChecksOf(change.after, facts, { settings, today })
    return checks
      .filter(({ ok, ruleId }) => !ok && ruleId === 'R51')
      .map(({ message, path }) => ({ path: fieldOf(path), message, fixUrl: fixUrlOf(path, facts) }))
  },
})

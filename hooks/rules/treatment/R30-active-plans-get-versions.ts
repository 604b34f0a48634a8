import type { Row } from '@/src/domain/row'
import { defineRule } from '../rule'
import { planRowSlugs } from './planFacts'

/** What may change while a plan stands: where work on an objective is. */
const progressFields = ['status', 'achievedOn']

const isRow = (slug: string): boolean => planRowSlugs.some((each) => each === slug)

const refusal = (plan: Row): string => {
  const version = Number(plan['version'] ?? 1)
  if (plan['nextVersion'])
    return `Version ${plan['nextVersion']} of this plan is being written. Change that one.`
  if (plan['status'] === 'superseded' || plan['status'] === 'closed') {
    return 'This version was replaced and stays as it was. Change the newest one.'
  }
  return `This plan is not a draft any more. Choose "Revise plan" to make version ${version + 1}.`
}

export const activePlansGetVersions = defineRule<Row | null>({
  id: 'R30',
  title: 'A plan that left the draft is changed by a new version only',
  area: 'treatment',
  appliesTo: [
    'treatment-plans:update',
    ...planRowSlugs.flatMap((slug) => [`${slug}:create`, `${slug}:update`]),
  ],
  override: null,
  status: 409,
  facts: (read, { after, before, slug }) =>
    isRow(slug)
      ? read.one('treatment-plans', String(after['plan'] ?? ''))
      : Promise.resolve(before),
  check: ({ change, facts: plan, isSystem }) => {
    if (isSystem || !plan || plan['status'] === 'draft') return []
    const isProgress =
      change.slug === 'plan-objectives' &&
      change.on === 'update' &&
      plan['status'] === 'active' &&
      change.changed.every((name) => progressFields.includes(name))
    return isProgress ? [] : [{ message: refusal(plan) }]
  },
})

import type { Row } from '@/src/domain/row'
import { defineRule } from '../rule'

const editable = ['open', 'submittedByPatient', 'draft', 'returned']

const sentence = (before: Row, slug: string): string => {
  if (before['status'] === 'voided')
    return 'This note was entered in error and stays as it is. Write a new one.'
  if (before['status'] === 'pendingCosign') {
    return 'This note is signed. Add an addendum, or ask your supervisor to return it.'
  }
  return slug === 'addenda'
    ? 'This addendum is signed. Add another addendum.'
    : 'This note is signed. Add an addendum.'
}

export const signedRecordsStandStill = defineRule({
  id: 'R52',
  title: 'What is signed does not change, by no door',
  area: 'records',
  appliesTo: ['progress-notes:update', 'intake-assessments:update', 'addenda:update'],
  override: null,
  status: 409,
  check: ({ change: { before, slug } }) => {
    if (!before || editable.includes(String(before['status']))) return []
    return [{ message: sentence(before, slug) }]
  },
})

import {
  PSYCHOTHERAPY_NOTE_MESSAGE,
  psychotherapyFindings,
} from '@/src/domain/records/psychotherapyText'
import { defineRule } from '../rule'

/** Who may read them is settled by the policy table: the author and nobody else. */
export const psychotherapyNotesHoldNoTimes = defineRule({
  id: 'R57',
  title: 'A psychotherapy note is its author’s alone and holds no times or diagnosis',
  area: 'records',
  appliesTo: ['psychotherapy-notes:create', 'psychotherapy-notes:update'],
  override: null,
  isAdvice: true,
  check: ({ change }) =>
    psychotherapyFindings(String(change.after['text'] ?? '')).length
      ? [{ path: 'text', message: PSYCHOTHERAPY_NOTE_MESSAGE }]
      : [],
})

import { defineRule } from '../rule'

const shortest = 5

export const refusedNoticeHasAReason = defineRule({
  id: 'R08',
  title: 'Where the privacy notice was not signed, the reason is written down',
  area: 'intake',
  appliesTo: ['consents:action:record-refusal'],
  override: null,
  check: ({ change }) =>
    String(change.after['refusalReason'] ?? '').trim().length >= shortest
      ? []
      : [{ path: 'reason', message: 'Write why the notice could not be signed.' }],
})

import { defineRule } from '../rule'

const sentence = 'Pick a reason and a place to refer to.'

export const decliningNamesAReasonAndAPlace = defineRule({
  id: 'R22',
  title: 'Declining somebody takes a reason from the list and a place they were referred to',
  area: 'intake',
  appliesTo: ['inquiries:action:decline'],
  override: null,
  check: ({ change }) => [
    ...(change.after['declineReason'] ? [] : [{ path: 'reason', message: sentence }]),
    ...(String(change.after['referredTo'] ?? '').trim()
      ? []
      : [{ path: 'referredTo', message: sentence }]),
  ],
})

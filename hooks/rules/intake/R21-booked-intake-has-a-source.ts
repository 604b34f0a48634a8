import { defineRule } from '../rule'

export const bookedIntakeHasASource = defineRule({
  id: 'R21',
  title: 'A booked intake says how the person found the practice; "asked, unknown" is an answer',
  area: 'intake',
  appliesTo: ['inquiries:action:book-intake'],
  override: null,
  check: ({ change }) =>
    String(change.after['referralSource'] ?? '').trim()
      ? []
      : [{ path: 'referralSource', message: 'How did they find us?' }],
})

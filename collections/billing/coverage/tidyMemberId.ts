import type { FieldHook } from 'payload'

/** As payers print and return it: capitals, no blanks at the ends. */
export const tidyMemberId: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.trim().toUpperCase() : value

import type { FieldHook } from 'payload'

export const lowerEmail: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.trim().toLowerCase() : value

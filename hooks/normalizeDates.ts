import type { Field, FieldHook } from 'payload'

/** SQLite keeps a date as the text it was sent; both databases compare alike only in ISO UTC. */
const toIsoUtc: FieldHook = ({ value }) => {
  if (value === null || value === undefined || value === '') return value
  const instant = value instanceof Date ? value : new Date(String(value))
  return Number.isNaN(instant.getTime()) ? value : instant.toISOString()
}

export const normalizeDateField = (field: Field): Field =>
  field.type === 'date'
    ? {
        ...field,
        hooks: {
          ...field.hooks,
          beforeValidate: [toIsoUtc, ...(field.hooks?.beforeValidate ?? [])],
        },
      }
    : field

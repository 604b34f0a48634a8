import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  FlattenedField,
} from 'payload'
import { type Finding, Refusal } from '@/src/lib/errors'

const textual = new Set(['text', 'textarea', 'email', 'code', 'select', 'radio'])

const isNumber = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(value)

const isWrong = (field: FlattenedField, value: unknown): string | null => {
  if (value === null || value === undefined) return null
  const hasMany = 'hasMany' in field && field.hasMany === true
  if (textual.has(field.type) && !hasMany && typeof value !== 'string') return 'Enter text here.'
  if (field.type === 'number' && !hasMany && !isNumber(value) && value !== '')
    return 'Enter a number here, in digits.'
  if (field.type === 'checkbox' && typeof value !== 'boolean') return 'Answer this with yes or no.'
  if (
    field.type === 'date' &&
    (!(typeof value === 'string' || value instanceof Date) ||
      Number.isNaN(new Date(value).getTime()))
  ) {
    return value === ''
      ? null
      : 'Enter a date and time that exist, for example 2026-04-14T17:00:00Z.'
  }
  return null
}

const findIn = (
  fields: readonly FlattenedField[],
  data: Record<string, unknown>,
  prefix: string,
): Finding[] =>
  fields.flatMap((field): Finding[] => {
    const value = data[field.name]
    const path = `${prefix}${field.name}`
    if ((field.type === 'group' || field.type === 'tab') && value && typeof value === 'object') {
      return findIn(field.flattenedFields, value as Record<string, unknown>, `${path}.`)
    }
    const message = isWrong(field, value)
    return message ? [{ path, message }] : []
  })

/** Payload's text fields take any shape; ours take text. */
export const checkTypes: CollectionBeforeValidateHook = ({ collection, data }) => {
  if (!data) return data
  const findings = findIn(collection.flattenedFields, data, '')
  if (findings.length) throw new Refusal('invalid', findings)
  return data
}

const readNumbers = (fields: readonly FlattenedField[], data: Record<string, unknown>): void => {
  for (const field of fields) {
    const value = data[field.name]
    if ((field.type === 'group' || field.type === 'tab') && value && typeof value === 'object')
      readNumbers(field.flattenedFields, value as Record<string, unknown>)
    else if (field.type === 'number' && typeof value === 'string' && value.trim())
      data[field.name] = Number(value)
  }
}

/** Payload reads a number from the beginning of a text: "1,50" would be kept as 1. Here it is none. */
export const readWholeNumbers: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
}) => {
  const { data } = args as { data?: Record<string, unknown> } // create and update arguments
  if (data && (operation === 'create' || operation === 'update'))
    readNumbers(collection.flattenedFields, data)
  return args
}

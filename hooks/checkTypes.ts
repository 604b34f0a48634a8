import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  FlattenedField,
  GlobalBeforeOperationHook,
  GlobalBeforeValidateHook,
} from 'payload'
import { type Finding, Refusal } from '@/src/lib/errors'

const textual = new Set(['text', 'textarea', 'email', 'code', 'select', 'radio'])

const isNumber = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(value)

const isWrong = (field: FlattenedField, value: unknown): string | null => {
  if (value === null || value === undefined) return null
  const hasMany = 'hasMany' in field && field.hasMany === true
  if (textual.has(field.type) && !hasMany && typeof value !== 'string') return 'Enter text here.'
  // A database would cut the text off there.
  if (typeof value === 'string' && value.includes('\u0000'))
    return 'This text holds a sign that nothing can show (a NUL). Take it out.'
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

type Data = Record<string, unknown>

/** A part of a record with fields of its own, and where it stands. */
type Branch = { fields: readonly FlattenedField[]; data: Data; prefix: string }

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands below a field: a group's fields, those of each row of an array, those of each block. */
const branchesOf = (field: FlattenedField, value: unknown, path: string): Branch[] => {
  if (field.type === 'group' || field.type === 'tab')
    return isData(value) ? [{ fields: field.flattenedFields, data: value, prefix: `${path}.` }] : []
  if ((field.type !== 'array' && field.type !== 'blocks') || !Array.isArray(value)) return []
  return value.flatMap((data: unknown, index): Branch[] => {
    if (!isData(data)) return []
    const fields =
      field.type === 'array'
        ? field.flattenedFields
        : field.blocks.find(({ slug }) => slug === data['blockType'])?.flattenedFields
    return fields ? [{ fields, data, prefix: `${path}.${index}.` }] : []
  })
}

const findIn = ({ fields, data, prefix }: Branch): Finding[] =>
  fields.flatMap((field): Finding[] => {
    const value = data[field.name]
    const path = `${prefix}${field.name}`
    const message = isWrong(field, value)
    return message ? [{ path, message }] : branchesOf(field, value, path).flatMap(findIn)
  })

const checked = <T>(fields: readonly FlattenedField[], data: T): T => {
  const findings = isData(data) ? findIn({ fields, data, prefix: '' }) : []
  if (findings.length) throw new Refusal('invalid', findings)
  return data
}

/** Payload's text fields take any shape; ours take text. */
export const checkTypes: CollectionBeforeValidateHook = ({ collection, data }) =>
  checked(collection.flattenedFields, data)

export const checkTypesOfGlobal: GlobalBeforeValidateHook = ({ global, data }) =>
  checked(global.flattenedFields, data)

const readNumbers = ({ fields, data }: Branch): void => {
  for (const field of fields) {
    const value = data[field.name]
    if (field.type === 'number' && typeof value === 'string' && value.trim())
      data[field.name] = Number(value)
    branchesOf(field, value, '').forEach(readNumbers)
  }
}

const readIn = (fields: readonly FlattenedField[], args: { data?: unknown }): void => {
  if (isData(args.data)) readNumbers({ fields, data: args.data, prefix: '' })
}

/** Payload reads a number from the beginning of a text: "1,50" would be kept as 1. Here it is none. */
export const readWholeNumbers: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
}) => {
  if (operation === 'create' || operation === 'update')
    readIn(collection.flattenedFields, args as { data?: unknown }) // create and update arguments
  return args
}

export const readWholeNumbersOfGlobal: GlobalBeforeOperationHook = ({
  args,
  global,
  operation,
}) => {
  if (operation === 'update') readIn(global.flattenedFields, args)
  return args
}

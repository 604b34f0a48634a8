import type { ActionField } from '@/hooks/actions/define'
import { weekHoursIn } from '@/src/domain/scheduling/weekHours'
import type { FieldValue, FieldValues } from '../actions/types'

const valueIn = (value: unknown): FieldValue => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return weekHoursIn(value)
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : null
}

/** What a record says for the questions of a form. */
export const valuesOf = (
  fields: readonly ActionField[],
  record: Readonly<Record<string, unknown>>,
): FieldValues => Object.fromEntries(fields.map(({ name }) => [name, valueIn(record[name])]))

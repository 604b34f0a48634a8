import type { ActionField } from '@/hooks/actions/define'
import { idOf, type Row } from '@/src/domain/row'
import { weekHoursIn } from '@/src/domain/scheduling/weekHours'
import type { FieldValue, FieldValues } from '../actions/types'

type Fields = readonly ActionField[]

const valueIn = (value: unknown): FieldValue => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return weekHoursIn(value)
  return idOf(value)
}

/** What a record says for the questions of a form. */
export const valuesOf = (fields: Fields, record: Row): FieldValues =>
  Object.fromEntries(fields.map(({ name }) => [name, valueIn(record[name])]))

/** What a form begins with. */
export const startingValues = (fields: Fields, values: FieldValues = {}): FieldValues =>
  Object.fromEntries(
    fields.map(({ name, type }) => [name, values[name] ?? (type === 'checkbox' ? false : '')]),
  )

/** What a form sends: a number or date that was emptied is empty, not the text "". */
export const sentValues = (fields: Fields, values: FieldValues): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(({ name, type }) => {
      const value = values[name]
      if (value === '' || value === undefined)
        return [name, type === 'text' || type === 'textarea' ? '' : null]
      return [name, type === 'number' ? Number(value) : value]
    }),
  )

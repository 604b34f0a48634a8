import type { DateField, NumberField, TextField } from 'payload'
import { isCalendarDate } from '@/src/domain/calendarDate'

type Base = {
  name: string
  label?: string
  required?: boolean
  description?: string
  index?: boolean
}

/** A calendar day as YYYY-MM-DD text: the same on both databases, no time zone of its own. */
export const dayField = ({
  name,
  label,
  required,
  description,
  index,
  ...rest
}: Base & Partial<TextField>): TextField =>
  ({
    name,
    label,
    required,
    index,
    type: 'text',
    validate: (value: unknown) => {
      if (value === null || value === undefined || value === '') {
        return required ? 'Enter a date.' : true
      }
      return isCalendarDate(value)
        ? true
        : 'Enter a date that exists, as year-month-day, for example 2026-04-14.'
    },
    admin: {
      description,
      placeholder: 'YYYY-MM-DD',
      components: {
        Cell: '/components/admin/fields/DayCell#DayCell',
        Field: '/components/admin/fields/DayField#DayField',
      },
    },
    ...rest,
  }) as TextField // spread of partial text field keys

/** An instant, stored as ISO UTC. */
export const instantField = ({ name, label, required, description, index }: Base): DateField => ({
  name,
  label,
  required,
  index,
  type: 'date',
  admin: {
    description,
    components: { Cell: '/components/admin/fields/InstantCell#InstantCell' },
    date: { pickerAppearance: 'dayAndTime' },
  },
})

type Cents = Base & {
  isSigned?: boolean
  defaultValue?: number
  /** Instead of what holds for every amount. */
  validate?: (value: unknown) => string | true
}

const amountProblem =
  ({ required, isSigned }: Cents) =>
  (value: unknown): string | true => {
    if (value === null || value === undefined) return required ? 'Enter an amount.' : true
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      return 'Enter an amount in whole cents.'
    return value >= 0 || isSigned ? true : 'An amount cannot be negative.'
  }

/** Money in whole cents, never negative unless `isSigned`. */
export const centsField = (cents: Cents): NumberField => ({
  name: cents.name,
  label: cents.label,
  required: cents.required,
  type: 'number',
  defaultValue: cents.defaultValue,
  validate: cents.validate ?? amountProblem(cents),
  admin: {
    description: cents.description,
    components: {
      Field: '/components/admin/fields/MoneyField#MoneyField',
      Cell: '/components/admin/fields/MoneyCell#MoneyCell',
    },
  },
})

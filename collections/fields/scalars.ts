import type { DateField, NumberField, TextField } from 'payload'

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

const isCalendarDay = (value: string): boolean => {
  if (!dayPattern.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}

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
      return typeof value === 'string' && isCalendarDay(value)
        ? true
        : 'Enter a date that exists, as year-month-day, for example 2026-04-14.'
    },
    admin: {
      description,
      placeholder: 'YYYY-MM-DD',
      components: { Field: '/components/admin/fields/DayField#DayField' },
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
  admin: { description, date: { pickerAppearance: 'dayAndTime' } },
})

/** Money in whole cents, never negative unless `isSigned`. */
export const centsField = ({
  name,
  label,
  required,
  description,
  isSigned,
}: Base & { isSigned?: boolean }): NumberField => ({
  name,
  label,
  required,
  type: 'number',
  validate: (value: unknown) => {
    if (value === null || value === undefined) return required ? 'Enter an amount.' : true
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      return 'Enter an amount in whole cents.'
    return value >= 0 || isSigned ? true : 'An amount cannot be negative.'
  },
  admin: {
    description,
    components: {
      Field: '/components/admin/fields/MoneyField#MoneyField',
      Cell: '/components/admin/fields/MoneyCell#MoneyCell',
    },
  },
})

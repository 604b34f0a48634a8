import type { JSONField } from 'payload'
import { inWeekOrder, weekHoursIn, weekHoursProblem } from '@/src/domain/scheduling/weekHours'

const time = { type: 'string', description: 'HH:MM, up to 24:00' } as const

const schema = {
  type: ['array', 'null'],
  items: {
    type: 'object',
    required: ['weekday', 'from', 'to'],
    properties: {
      weekday: { type: 'integer', minimum: 1, maximum: 7, description: '1 is Monday' },
      from: time,
      to: time,
    },
    additionalProperties: false,
  },
} satisfies NonNullable<JSONField['jsonSchema']>['schema']

/** Hours of a week in one column, in the order of the week; null where nobody said any. */
export const weekHoursField = ({ admin, ...rest }: Partial<JSONField> & { name: string }) =>
  ({
    ...rest,
    type: 'json',
    jsonSchema: { uri: 'a://week-hours.json', fileMatch: ['a://week-hours.json'], schema },
    validate: (value: unknown) =>
      value === null || value === undefined || (weekHoursProblem(value) ?? true),
    hooks: {
      beforeChange: [
        ({ value }) => {
          if (value === undefined) return value
          return weekHoursIn(value).length ? inWeekOrder(weekHoursIn(value)) : null
        },
      ],
    },
    admin: {
      ...admin,
      components: {
        Cell: '/components/admin/fields/WeekHoursCell#WeekHoursCell',
        Field: '/components/admin/fields/WeekHoursField#WeekHoursField',
      },
    },
  }) satisfies JSONField

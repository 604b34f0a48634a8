import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { isClockTime, weekdays } from '@/src/domain/scheduling/weekHours'
import { dayField } from '../fields/scalars'

const isTime = (value: unknown): true | string =>
  isClockTime(value) ? true : 'Enter a time such as 09:00.'

const isLaterThanStart = (
  value: unknown,
  { siblingData }: { siblingData: unknown },
): true | string => {
  const known = isTime(value)
  if (known !== true) return known
  const { fromTime } = siblingData as { fromTime?: string } // the row being saved
  return String(value) > String(fromTime ?? '') ? true : 'The end must come after the start.'
}

/** When a clinician sees people, week by week, as the clocks of the location show it. */
export const Availability: CollectionConfig = secureCollection(
  {
    slug: 'availability',
    labels: { singular: 'Availability', plural: 'Availability' },
    defaultSort: 'weekday',
    admin: {
      group: 'Care',
      defaultColumns: ['staff', 'weekday', 'fromTime', 'toTime', 'location'],
    },
    fields: [
      { name: 'staff', type: 'relationship', relationTo: 'staff', required: true, index: true },
      {
        name: 'weekday',
        type: 'select',
        required: true,
        index: true,
        options: weekdays.map(({ value, label }) => ({ value: String(value), label })),
      },
      {
        name: 'fromTime',
        type: 'text',
        label: 'From',
        required: true,
        validate: isTime,
        defaultValue: '09:00',
      },
      {
        name: 'toTime',
        type: 'text',
        label: 'To',
        required: true,
        validate: isLaterThanStart,
        defaultValue: '17:00',
      },
      {
        name: 'location',
        type: 'relationship',
        relationTo: 'locations',
        required: true,
        index: true,
      },
      dayField({ name: 'effectiveFrom', label: 'First day' }),
      dayField({ name: 'effectiveTo', label: 'Last day' }),
    ],
  },
  { audit: 'writes' },
)

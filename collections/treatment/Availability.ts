import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { dayField } from '../fields/scalars'

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

const isTime = (value: unknown): true | string =>
  typeof value === 'string' && timePattern.test(value) ? true : 'Enter a time such as 09:00.'

const isLaterThanStart = (
  value: unknown,
  { siblingData }: { siblingData: unknown },
): true | string => {
  const known = isTime(value)
  if (known !== true) return known
  const { fromTime } = siblingData as { fromTime?: string } // the row being saved
  return String(value) > String(fromTime ?? '') ? true : 'The end must come after the start.'
}

const WEEKDAYS = [
  { value: '1', label: 'Monday' },
  { value: '2', label: 'Tuesday' },
  { value: '3', label: 'Wednesday' },
  { value: '4', label: 'Thursday' },
  { value: '5', label: 'Friday' },
  { value: '6', label: 'Saturday' },
  { value: '7', label: 'Sunday' },
] as const

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
      { name: 'weekday', type: 'select', required: true, index: true, options: [...WEEKDAYS] },
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

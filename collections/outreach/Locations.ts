import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { oneActiveOfAName } from '@/hooks/oneActiveOfAName'
import { stateNames } from '@/src/domain/outreach/vocabulary'
import { isZone } from '@/src/domain/scheduling/zonedTime'
import { illustrationField } from './fields/illustrationField'
import { weekHoursField } from './fields/weekHoursField'

/** Where the practice sees people; rooms, calendars and claims point here too. */
export const Locations: CollectionConfig = secureCollection(
  {
    slug: 'locations',
    defaultSort: 'name',
    admin: {
      group: 'Website',
      useAsTitle: 'name',
      defaultColumns: ['name', 'city', 'phone', 'isActive'],
    },
    fields: [
      { name: 'name', type: 'text', required: true, maxLength: 120 },
      { name: 'addressLine1', type: 'text', maxLength: 120, label: 'Street and number' },
      { name: 'addressLine2', type: 'text', maxLength: 120, label: 'Floor, suite' },
      {
        type: 'row',
        fields: [
          { name: 'city', type: 'text', maxLength: 80 },
          {
            name: 'region',
            type: 'text',
            label: 'State',
            maxLength: 2,
            validate: (value: unknown) =>
              !value || (typeof value === 'string' && value in stateNames)
                ? true
                : 'Enter the two letters of a state, for example OR.',
          },
          { name: 'postalCode', type: 'text', label: 'ZIP', maxLength: 10 },
        ],
      },
      { name: 'phone', type: 'text', maxLength: 40 },
      {
        name: 'timeZone',
        type: 'text',
        required: true,
        defaultValue: 'America/Los_Angeles',
        validate: (value: unknown) =>
          typeof value === 'string' && isZone(value)
            ? true
            : 'Enter a time zone such as America/Los_Angeles.',
      },
      weekHoursField({
        name: 'hours',
        label: 'Opening hours',
        admin: { description: 'As the clocks there show them. A day without hours is closed.' },
      }),
      { name: 'directions', type: 'textarea', maxLength: 1500, label: 'How to get there' },
      { name: 'accessibility', type: 'textarea', maxLength: 1000, label: 'Entrance and access' },
      illustrationField(),
      { name: 'image', type: 'upload', relationTo: 'media' },
      {
        name: 'placeOfService',
        type: 'text',
        defaultValue: '11',
        maxLength: 2,
        label: 'Place of service code',
        validate: (value: unknown) =>
          !value || (typeof value === 'string' && /^\d{2}$/.test(value))
            ? true
            : 'Enter the two digits of the place of service, for example 11 for an office.',
      },
      { name: 'isActive', type: 'checkbox', defaultValue: true, index: true },
    ],
    hooks: { beforeValidate: [oneActiveOfAName('a location')] },
  },
  { audit: 'writes' },
)

import type { CollectionConfig, TextField } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { centsField, dayField } from '../fields/scalars'
import { linkField } from './fields/linkFields'
import { funnelEndpoint } from './funnel/funnelEndpoint'

const lowerCase: NonNullable<TextField['hooks']>['beforeValidate'] = [
  ({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
]

const utmField = (name: string, label: string, description: string): TextField => ({
  name,
  type: 'text',
  label,
  maxLength: 100,
  index: true,
  admin: { description },
  hooks: { beforeValidate: lowerCase },
})

/** What the practice does to be found; inquiries carry its source, never a person's name. */
export const Campaigns: CollectionConfig = secureCollection(
  {
    slug: 'campaigns',
    defaultSort: '-startsOn',
    admin: {
      group: 'Outreach',
      useAsTitle: 'name',
      defaultColumns: ['name', 'channel', 'utmSource', 'startsOn', 'endsOn', 'budgetCents'],
    },
    fields: [
      { name: 'name', type: 'text', required: true, maxLength: 120 },
      {
        name: 'code',
        type: 'text',
        required: true,
        unique: true,
        index: true,
        maxLength: 40,
        validate: (value: unknown) =>
          typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
            ? true
            : 'Use small letters, digits and hyphens, for example spring-search.',
        hooks: { beforeValidate: lowerCase },
      },
      {
        name: 'channel',
        type: 'select',
        required: true,
        index: true,
        defaultValue: 'search',
        options: [
          { value: 'search', label: 'Search ads' },
          { value: 'organic', label: 'Organic search' },
          { value: 'directory', label: 'Therapist directory' },
          { value: 'referral', label: 'Referral partner' },
          { value: 'social', label: 'Social media' },
          { value: 'email', label: 'E-mail' },
          { value: 'event', label: 'Event' },
          { value: 'print', label: 'Print and QR code' },
          { value: 'partner', label: 'Employer or school' },
        ],
      },
      { name: 'goal', type: 'textarea', maxLength: 600 },
      {
        type: 'row',
        fields: [
          utmField('utmSource', 'Source', 'utm_source in its links, for example google.'),
          utmField('utmMedium', 'Medium', 'utm_medium, for example cpc.'),
          utmField('utmCampaign', 'Campaign', 'utm_campaign, for example spring.'),
        ],
      },
      linkField({ name: 'landingPage', label: 'Landing page' }),
      {
        type: 'row',
        fields: [
          dayField({ name: 'startsOn', label: 'Starts on', index: true }),
          dayField({ name: 'endsOn', label: 'Ends on' }),
        ],
      },
      centsField({ name: 'budgetCents', label: 'Budget' }),
    ],
    endpoints: [funnelEndpoint],
  },
  { audit: 'writes' },
)

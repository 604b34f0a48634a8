import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { centsField, dayField } from '../fields/scalars'

/** What a campaign cost, hours of work included: without them its return is fiction. */
export const CampaignCosts: CollectionConfig = secureCollection(
  {
    slug: 'campaign-costs',
    labels: { singular: 'Campaign cost', plural: 'Campaign costs' },
    defaultSort: '-spentOn',
    admin: {
      group: 'Outreach',
      useAsTitle: 'note',
      defaultColumns: ['campaign', 'spentOn', 'category', 'amountCents', 'note'],
    },
    fields: [
      {
        name: 'campaign',
        type: 'relationship',
        relationTo: 'campaigns',
        required: true,
        index: true,
      },
      dayField({ name: 'spentOn', label: 'Spent on', required: true, index: true }),
      {
        name: 'category',
        type: 'select',
        required: true,
        defaultValue: 'media',
        options: [
          { value: 'media', label: 'Advertising' },
          { value: 'labor', label: 'Hours of work' },
          { value: 'production', label: 'Production' },
          { value: 'sponsorship', label: 'Sponsorship' },
          { value: 'tools', label: 'Tools' },
        ],
      },
      centsField({ name: 'amountCents', label: 'Amount', required: true }),
      { name: 'note', type: 'text', maxLength: 300 },
    ],
  },
  { audit: 'writes' },
)

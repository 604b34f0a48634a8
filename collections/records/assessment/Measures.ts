import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'

/** Instruments that ship with the product; seeded from the catalog, never edited here. */
export const Measures: CollectionConfig = secureCollection(
  {
    slug: 'measures',
    labels: { singular: 'Measure', plural: 'Measures' },
    defaultSort: 'measureId',
    admin: {
      group: 'Settings',
      useAsTitle: 'title',
      defaultColumns: ['measureId', 'title', 'version', 'itemCount', 'isActive'],
      description: 'Questionnaires with their published scoring. They come with the product.',
    },
    fields: [
      uniqueKeyField(),
      managed({ name: 'measureId', type: 'text', required: true, index: true, label: 'Measure' }),
      managed({ name: 'version', type: 'text', required: true }),
      managed({ name: 'title', type: 'text', required: true }),
      managed({ name: 'itemCount', type: 'number', required: true, label: 'Questions' }),
      managed({ name: 'maximum', type: 'number', label: 'Highest score' }),
      managed({ name: 'recall', type: 'text', label: 'Looks back over' }),
      managed({ name: 'notice', type: 'textarea', label: 'Copyright notice' }),
      managed({ name: 'isActive', type: 'checkbox', defaultValue: true, index: true }),
    ],
  },
  { audit: 'writes', isSystemOnly: true },
)

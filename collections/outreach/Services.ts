import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { specialties } from '@/src/domain/outreach/vocabulary'
import { pageBlocks } from './blocks/pageBlocks'
import { illustrationField } from './fields/illustrationField'
import { slugField } from './fields/slugField'
import { leaveRedirect } from './hooks/leaveRedirect'
import { publishedOnly } from './hooks/publishedOnly'
import { alwaysAnswered, previewOf, websiteVersions } from './websiteVersions'

/** What the practice helps with: a page each, and the choice in the inquiry form. */
export const Services: CollectionConfig = secureCollection(
  {
    slug: 'services',
    defaultSort: 'sortOrder',
    versions: websiteVersions,
    forceSelect: alwaysAnswered,
    admin: {
      group: 'Website',
      useAsTitle: 'title',
      defaultColumns: ['title', 'specialty', 'slug', '_status'],
      preview: previewOf('services'),
    },
    fields: [
      { name: 'title', type: 'text', required: true, maxLength: 120 },
      slugField('title'),
      { name: 'summary', type: 'textarea', required: true, maxLength: 400 },
      {
        name: 'specialty',
        type: 'select',
        index: true,
        options: Object.entries(specialties).map(([value, label]) => ({ value, label })),
        admin: { description: 'Shows therapists with this focus on the page.' },
      },
      illustrationField(),
      { name: 'image', type: 'upload', relationTo: 'media' },
      {
        name: 'sortOrder',
        type: 'number',
        defaultValue: 100,
        index: true,
        label: 'Place in the list',
      },
      {
        name: 'metaDescription',
        type: 'textarea',
        label: 'Sentence for search engines',
        maxLength: 200,
      },
      { name: 'layout', type: 'blocks', label: 'Content', blocks: pageBlocks, maxRows: 40 },
    ],
    hooks: { beforeOperation: [publishedOnly], afterChange: [leaveRedirect('services')] },
  },
  { audit: 'writes' },
)

import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { pageBlocks } from './blocks/pageBlocks'
import { slugField } from './fields/slugField'
import { leaveRedirect } from './hooks/leaveRedirect'
import { publishedOnly } from './hooks/publishedOnly'
import { alwaysAnswered, previewOf, websiteVersions } from './websiteVersions'

/**
 * Pages of the website. The addresses `home`, `fees`, `contact` and `therapists` fill the pages of
 * that name; every other one stands under /pages.
 */
export const Pages: CollectionConfig = secureCollection(
  {
    slug: 'pages',
    defaultSort: 'title',
    versions: websiteVersions,
    forceSelect: alwaysAnswered,
    admin: {
      group: 'Website',
      useAsTitle: 'title',
      defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
      description:
        'The addresses home, fees, contact and therapists fill those pages; others stand under /pages.',
      preview: previewOf('pages'),
    },
    fields: [
      { name: 'title', type: 'text', required: true, maxLength: 120 },
      slugField('title'),
      {
        name: 'metaDescription',
        type: 'textarea',
        label: 'Sentence for search engines',
        maxLength: 200,
      },
      { name: 'layout', type: 'blocks', label: 'Content', blocks: pageBlocks, maxRows: 40 },
    ],
    hooks: { beforeOperation: [publishedOnly], afterChange: [leaveRedirect('pages')] },
  },
  { audit: 'writes' },
)

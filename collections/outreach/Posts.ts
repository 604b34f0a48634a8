import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { specialties } from '@/src/domain/outreach/vocabulary'
import { dayField } from '../fields/scalars'
import { illustrationField } from './fields/illustrationField'
import { proseField } from './fields/proseField'
import { slugField } from './fields/slugField'
import { dayOfPublishing } from './hooks/dayOfPublishing'
import { leaveRedirect } from './hooks/leaveRedirect'
import { publishedOnly } from './hooks/publishedOnly'
import { signPost } from './hooks/signPost'
import { alwaysAnswered, previewOf, websiteVersions } from './websiteVersions'

/** What the practice writes for people who are thinking about therapy. */
export const Posts: CollectionConfig = secureCollection(
  {
    slug: 'posts',
    labels: { singular: 'Article', plural: 'Articles' },
    defaultSort: '-publishedOn',
    versions: websiteVersions,
    forceSelect: alwaysAnswered,
    admin: {
      group: 'Website',
      useAsTitle: 'title',
      defaultColumns: ['title', 'byline', 'publishedOn', '_status'],
      description:
        'Articles stand under /posts, newest first, and in the feeds. Nothing about a client, not even changed.',
      preview: previewOf('posts'),
    },
    fields: [
      { name: 'title', type: 'text', required: true, maxLength: 120 },
      slugField('title'),
      {
        name: 'summary',
        type: 'textarea',
        required: true,
        maxLength: 300,
        admin: { description: 'One or two sentences for lists, feeds and search engines.' },
      },
      proseField('body', 'Text', ['h2', 'h3']),
      {
        name: 'author',
        type: 'relationship',
        relationTo: 'therapist-profiles',
        index: true,
        admin: { description: 'Linked under the article while the profile is in the directory.' },
      },
      {
        name: 'byline',
        type: 'text',
        maxLength: 160,
        label: 'Name under the title',
        admin: { description: 'Taken from the author when you leave it empty.' },
      },
      {
        name: 'topic',
        type: 'select',
        index: true,
        options: Object.entries(specialties).map(([value, label]) => ({ value, label })),
        admin: { description: 'Links to the service about it.' },
      },
      illustrationField(),
      { name: 'image', type: 'upload', relationTo: 'media' },
      dayField({
        name: 'publishedOn',
        label: 'Published on',
        index: true,
        description: 'The day you first publish it when you leave it empty.',
      }),
    ],
    hooks: {
      beforeOperation: [publishedOnly],
      beforeChange: [dayOfPublishing, signPost],
      afterChange: [leaveRedirect('posts')],
    },
  },
  { audit: 'writes' },
)

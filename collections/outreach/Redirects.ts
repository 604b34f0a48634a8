import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { oldAddress, problemWithNew, problemWithOld } from '@/src/domain/outreach/redirects'
import { refuseCircles } from './hooks/refuseCircles'

/**
 * Addresses that moved. A page that is there always goes first; these answer where there would be
 * nothing otherwise. A published page that gets another address leaves one by itself.
 */
export const Redirects: CollectionConfig = secureCollection(
  {
    slug: 'redirects',
    defaultSort: 'oldPath',
    admin: {
      group: 'Website',
      useAsTitle: 'oldPath',
      defaultColumns: ['oldPath', 'newPath', 'isPermanent', 'isActive'],
      description:
        'Old addresses and where they lead now. Made by itself when a published page gets a new address.',
    },
    fields: [
      {
        name: 'oldPath',
        type: 'text',
        label: 'Old address',
        required: true,
        unique: true,
        index: true,
        maxLength: 200,
        admin: { placeholder: '/about-us' },
        validate: (value: unknown) => problemWithOld(value) ?? true,
        hooks: {
          beforeValidate: [({ value }) => (typeof value === 'string' ? oldAddress(value) : value)],
        },
      },
      {
        name: 'newPath',
        type: 'text',
        label: 'Leads to',
        required: true,
        index: true,
        maxLength: 200,
        admin: { placeholder: '/pages/first-session' },
        validate: (value: unknown) => problemWithNew(value) ?? true,
        hooks: {
          beforeValidate: [({ value }) => (typeof value === 'string' ? value.trim() : value)],
        },
      },
      {
        name: 'isPermanent',
        type: 'checkbox',
        label: 'Moved for good',
        defaultValue: true,
        admin: {
          position: 'sidebar',
          description: 'Browsers and search engines remember it. Take it off for a few weeks only.',
        },
      },
      {
        name: 'isActive',
        type: 'checkbox',
        label: 'In use',
        defaultValue: true,
        index: true,
        admin: { position: 'sidebar' },
      },
    ],
    hooks: { beforeChange: [refuseCircles] },
  },
  { audit: 'writes' },
)

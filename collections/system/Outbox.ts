import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { uniqueKeyField } from '../fields/uniqueKeyField'
import { renderOutbox } from './mail/renderOutbox'

/** Mail to be sent, or, without SMTP settings, kept here. Holds template and ids; text is made on reading. */
export const Outbox: CollectionConfig = secureCollection(
  {
    slug: 'outbox',
    labels: { singular: 'E-mail', plural: 'E-mail outbox' },
    defaultSort: '-queuedAt',
    admin: {
      group: 'System',
      useAsTitle: 'template',
      defaultColumns: ['queuedAt', 'to', 'subject', 'state'],
    },
    fields: [
      { name: 'to', type: 'text', virtual: true },
      { name: 'subject', type: 'text', virtual: true },
      { name: 'text', type: 'textarea', virtual: true, admin: { rows: 12 } },
      uniqueKeyField(),
      { name: 'template', type: 'text', required: true, index: true },
      { name: 'recipientKind', type: 'text', required: true, admin: { hidden: true } },
      { name: 'recipientId', type: 'text', required: true, index: true, admin: { hidden: true } },
      { name: 'refs', type: 'textarea', admin: { hidden: true } },
      { name: 'state', type: 'text', required: true, index: true, defaultValue: 'queued' },
      { name: 'queuedAt', type: 'date', required: true, index: true },
      { name: 'sentAt', type: 'date' },
      { name: 'attempts', type: 'number', defaultValue: 0 },
    ],
    hooks: { beforeRead: [renderOutbox] },
  },
  { audit: 'writes', isSystemOnly: true, isAppendOnly: true },
)

import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { replayDelivery } from './actions/replayDelivery'

/** One message to one receiver: which record, which event and how it went. It holds ids, never content. */
export const WebhookDeliveries: CollectionConfig = secureCollection(
  {
    slug: 'webhook-deliveries',
    labels: { singular: 'Webhook delivery', plural: 'Webhook deliveries' },
    defaultSort: '-occurredAt',
    admin: {
      group: 'System',
      useAsTitle: 'event',
      defaultColumns: ['occurredAt', 'webhook', 'event', 'state', 'attempts', 'lastStatus'],
    },
    indexes: [{ fields: ['state', 'nextAttemptAt'] }],
    fields: [
      uniqueKeyField(),
      managed({
        name: 'webhook',
        type: 'relationship',
        relationTo: 'webhooks',
        required: true,
        index: true,
      }),
      managed({ name: 'event', type: 'text', required: true, index: true }),
      managed({ name: 'collectionSlug', type: 'text', required: true, label: 'Kind of record' }),
      managed({ name: 'recordId', type: 'text', required: true, index: true }),
      managed({ name: 'patientId', type: 'text' }),
      managed(instantField({ name: 'occurredAt', required: true, index: true })),
      managed({
        name: 'state',
        type: 'select',
        required: true,
        defaultValue: 'queued',
        index: true,
        options: [
          { value: 'queued', label: 'Waits' },
          { value: 'sending', label: 'Being sent' },
          { value: 'delivered', label: 'Taken' },
          { value: 'failed', label: 'Given up' },
        ],
      }),
      managed({ name: 'attempts', type: 'number', defaultValue: 0 }),
      managed(instantField({ name: 'nextAttemptAt', label: 'Next attempt', index: true })),
      managed(instantField({ name: 'claimedAt' })),
      managed(instantField({ name: 'lastAttemptAt', label: 'Last attempt' })),
      managed({ name: 'lastStatus', type: 'number', label: 'Answered' }),
      managed({ name: 'lastProblem', type: 'text', label: 'Problem' }),
      managed({ name: 'lastMilliseconds', type: 'number', label: 'Took (ms)' }),
    ],
  },
  { audit: 'writes', actions: [replayDelivery] },
)

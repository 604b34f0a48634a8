import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { instantField } from '../../fields/scalars'
import { changeSecret } from './actions/changeSecret'
import { changeWebhook } from './actions/changeWebhook'
import { pauseWebhook } from './actions/pauseWebhook'
import { registerWebhook } from './actions/registerWebhook'
import { resumeWebhook } from './actions/resumeWebhook'
import { sendTest } from './actions/sendTest'

/** An address outside that is told when something happens: ids alone, signed with a secret of its own. */
export const Webhooks: CollectionConfig = secureCollection(
  {
    slug: 'webhooks',
    labels: { singular: 'Webhook', plural: 'Webhooks' },
    defaultSort: 'name',
    admin: {
      group: 'System',
      useAsTitle: 'name',
      defaultColumns: ['name', 'url', 'events', 'state', 'lastDeliveredAt', 'failingSince'],
      description: 'Addresses that are told when something happens. Day to day: see Webhooks.',
    },
    fields: [
      managed({ name: 'name', type: 'text', required: true, unique: true, index: true }),
      managed({ name: 'url', type: 'text', required: true, label: 'Address' }),
      managed({ name: 'events', type: 'text', required: true, label: 'Told about' }),
      managed({
        name: 'state',
        type: 'select',
        required: true,
        defaultValue: 'active',
        index: true,
        options: [
          { value: 'active', label: 'Works' },
          { value: 'paused', label: 'Paused' },
        ],
      }),
      managed({
        name: 'pauseReason',
        type: 'select',
        label: 'Why it is paused',
        options: [
          { value: 'asked', label: 'Somebody paused it' },
          { value: 'failing', label: 'It took nothing for three days' },
          { value: 'gone', label: 'It said that it is gone for good' },
        ],
      }),
      managed(instantField({ name: 'pausedAt' })),
      managed(instantField({ name: 'failingSince', label: 'Takes nothing since' })),
      managed(instantField({ name: 'lastDeliveredAt', label: 'Last taken' })),
      managed(instantField({ name: 'previousSecretEndsAt', label: 'Old secret signs until' })),
      confidentialText({ name: 'secret', maxLength: 200, readOnly: true }),
      confidentialText({ name: 'previousSecret', maxLength: 200, readOnly: true }),
    ],
  },
  {
    audit: 'writes',
    confidential: { subject: 'record' },
    actions: [registerWebhook, changeWebhook, changeSecret, pauseWebhook, resumeWebhook, sendTest],
  },
)

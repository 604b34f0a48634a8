import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { instantField } from '../../fields/scalars'
import { makeFeed } from './actions/makeFeed'
import { revokeFeed } from './actions/revokeFeed'
import { feedEndpoint } from './feedEndpoint'

/** An address at which somebody's own calendar program finds their sessions. Its hash is kept, not the address. */
export const CalendarFeeds: CollectionConfig = secureCollection(
  {
    slug: 'calendar-feeds',
    labels: { singular: 'Calendar feed', plural: 'Calendar feeds' },
    defaultSort: '-madeAt',
    admin: {
      group: 'Work',
      useAsTitle: 'label',
      defaultColumns: ['label', 'staff', 'patient', 'madeAt', 'lastReadAt', 'revokedAt'],
    },
    fields: [
      managed({ name: 'label', type: 'text', required: true, label: 'For which calendar' }),
      managed({ name: 'staff', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({ name: 'portalUser', type: 'text', index: true, admin: { hidden: true } }),
      managed({ name: 'tokenHash', type: 'text', required: true, hidden: true, index: true }),
      managed(instantField({ name: 'madeAt' })),
      managed(instantField({ name: 'lastReadAt', label: 'Last read' })),
      managed({ name: 'isActive', type: 'checkbox', defaultValue: true, index: true }),
      managed(instantField({ name: 'revokedAt' })),
    ],
    endpoints: [feedEndpoint],
  },
  { audit: 'writes', actions: [makeFeed, revokeFeed] },
)

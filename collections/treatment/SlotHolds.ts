import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** One row per resource and five minutes; its unique key is what makes a double booking impossible. */
export const SlotHolds: CollectionConfig = secureCollection(
  {
    slug: 'slot-holds',
    timestamps: false,
    admin: { hidden: true },
    fields: [
      { name: 'key', type: 'text', required: true, unique: true, index: true },
      { name: 'appointmentKey', type: 'text', required: true, index: true },
      { name: 'attempt', type: 'text', required: true },
      { name: 'heldAt', type: 'text', required: true },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)

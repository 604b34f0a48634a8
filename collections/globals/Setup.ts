import type { GlobalConfig } from 'payload'
import { secureGlobal } from '@/access/secureCollection'
import { setupEndpoints } from '@/collections/system/setup/setupEndpoints'
import { managed } from '../fields/managed'
import { instantField } from '../fields/scalars'

/**
 * What the guided start cannot read off the practice itself: what the owner proved, and what they go on
 * without. Whether a step is done is computed from the records each time, never kept.
 */
export const Setup: GlobalConfig = secureGlobal({
  slug: 'setup',
  label: 'Guided start',
  admin: { group: 'Settings', hidden: true },
  fields: [
    managed({ name: 'leftOut', type: 'text', label: 'Steps left out' }),
    managed({ name: 'keyCopyOf', type: 'text', label: 'Mark of the keys that were copied' }),
    managed(instantField({ name: 'keyCopyAt', label: 'Keys copied' })),
    managed({ name: 'mailTestedWith', type: 'text', label: 'Mark of the mail settings tested' }),
    managed(instantField({ name: 'mailTestedAt', label: 'E-mail tested' })),
    managed(instantField({ name: 'finishedAt', label: 'Finished' })),
  ],
  endpoints: setupEndpoints,
})

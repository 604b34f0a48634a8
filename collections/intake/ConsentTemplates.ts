import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { CONSENT_KINDS } from '@/src/domain/intake/consentKinds'
import { managed } from '../fields/managed'
import { dayField } from '../fields/scalars'
import { publishVersion } from './actions/publishVersion'
import { freezePublishedText } from './freezePublishedText'

/** The texts that patients sign. A published version never changes; a new one is a new row. */
export const ConsentTemplates: CollectionConfig = secureCollection(
  {
    slug: 'consent-templates',
    labels: { singular: 'Consent text', plural: 'Consent texts' },
    defaultSort: 'kind',
    admin: {
      group: 'Settings',
      useAsTitle: 'title',
      defaultColumns: ['title', 'kind', 'version', 'isActive', 'effectiveOn'],
    },
    fields: [
      {
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        options: CONSENT_KINDS.map(({ value, label }) => ({ value, label })),
      },
      { name: 'title', type: 'text', required: true, maxLength: 160 },
      { name: 'body', type: 'textarea', required: true, maxLength: 60_000, admin: { rows: 24 } },
      managed({ name: 'version', type: 'number', index: true }),
      managed({ name: 'isActive', type: 'checkbox', defaultValue: false, index: true }),
      managed(dayField({ name: 'effectiveOn' })),
      managed({ name: 'contentHash', type: 'text', label: 'Fingerprint of the text (SHA-256)' }),
      managed({
        name: 'versionKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
    ],
    hooks: { beforeChange: [freezePublishedText] },
  },
  { audit: 'writes', actions: [publishVersion] },
)

import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../fields/managed'
import { dayField, instantField } from '../fields/scalars'
import { verifyCredential } from './actions/verifyCredential'
import { unverifyOnChange } from './unverifyOnChange'

/** Licenses and insurance of staff. Whoever enters one is not who verifies it. */
export const Credentials: CollectionConfig = secureCollection(
  {
    slug: 'credentials',
    defaultSort: 'expiresOn',
    admin: {
      group: 'People',
      useAsTitle: 'number',
      defaultColumns: ['staff', 'kind', 'state', 'number', 'expiresOn', 'verifiedAt'],
    },
    indexes: [{ fields: ['staff', 'kind'] }],
    fields: [
      { name: 'staff', type: 'relationship', relationTo: 'staff', required: true, index: true },
      {
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        options: [
          { value: 'license', label: 'License' },
          { value: 'malpractice', label: 'Malpractice insurance' },
          { value: 'npi', label: 'NPI' },
          { value: 'other', label: 'Other' },
        ],
      },
      {
        name: 'state',
        type: 'text',
        index: true,
        admin: { description: 'Two letters, for a license.' },
        validate: (value: unknown, { siblingData }: { siblingData: { kind?: unknown } }) => {
          if (!value)
            return siblingData.kind === 'license'
              ? 'Enter the state of the license, such as OR.'
              : true
          return typeof value === 'string' && /^[A-Z]{2}$/.test(value)
            ? true
            : 'Enter the state as two capital letters, such as OR.'
        },
      },
      { name: 'number', type: 'text', label: 'Number', maxLength: 80 },
      dayField({ name: 'issuedOn' }),
      dayField({ name: 'expiresOn', index: true }),
      managed(instantField({ name: 'verifiedAt' })),
      managed({ name: 'verifiedBy', type: 'relationship', relationTo: 'staff' }),
    ],
    hooks: { beforeChange: [unverifyOnChange] },
  },
  { audit: 'writes', actions: [verifyCredential] },
)

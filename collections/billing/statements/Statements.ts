import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { centsField, dayField, instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { episodeField } from '../../treatment/episodes/episodeField'
import { issueStatement } from './actions/issueStatement'
import { voidStatement } from './actions/voidStatement'
import { balanceEndpoint } from './balanceEndpoint'
import { pdfEndpoint } from './pdfEndpoint'

/**
 * What a patient was asked to pay, frozen as it was sent. `model` holds its lines as JSON; where it went stands
 * apart: somebody with the right to bills may be the one whom the address is kept from.
 */
export const Statements: CollectionConfig = secureCollection(
  {
    slug: 'statements',
    defaultSort: '-statementDate',
    admin: {
      group: 'Billing',
      useAsTitle: 'statementNumber',
      defaultColumns: [
        'statementNumber',
        'patient',
        'statementDate',
        'totalCents',
        'paidCents',
        'status',
      ],
    },
    fields: [
      uniqueKeyField(),
      managed({ name: 'statementNumber', type: 'text', label: 'Statement number', index: true }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'issued',
        index: true,
        options: [
          { value: 'issued', label: 'Sent' },
          { value: 'paid', label: 'Paid' },
          { value: 'voided', label: 'Withdrawn' },
        ],
      }),
      managed(dayField({ name: 'statementDate', index: true })),
      managed(dayField({ name: 'dueDate', index: true })),
      managed(centsField({ name: 'totalCents', label: 'To pay' })),
      managed(centsField({ name: 'paidCents', label: 'Paid' })),
      managed(instantField({ name: 'issuedAt' })),
      managed({ name: 'issuedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'openQuestion', type: 'text', admin: { hidden: true } }),
      managed({ name: 'reason', type: 'text', label: 'Why it was withdrawn' }),
      episodeField(),
      confidentialText({ name: 'model', maxLength: 500_000, readOnly: true }),
      confidentialText({ name: 'addressedTo', label: 'Sent to', rows: 4, readOnly: true }),
    ],
    endpoints: [balanceEndpoint, pdfEndpoint],
  },
  {
    audit: 'chart',
    confidential: { subject: 'patient' },
    actions: [issueStatement, voidStatement],
  },
)

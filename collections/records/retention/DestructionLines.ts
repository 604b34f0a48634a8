import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { keepChart } from './actions/keepChart'

/** One chart of a destruction list, by which rule its time is over, and what was destroyed of it. */
export const DestructionLines: CollectionConfig = secureCollection(
  {
    slug: 'destruction-lines',
    labels: { singular: 'Chart to be destroyed', plural: 'Charts to be destroyed' },
    defaultSort: 'keptUntil',
    admin: {
      group: 'System',
      useAsTitle: 'keptUntil',
      defaultColumns: ['list', 'patient', 'keptUntil', 'basis', 'status', 'destroyedAt'],
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'list',
        type: 'relationship',
        relationTo: 'destruction-lists',
        required: true,
        index: true,
      }),
      managed({
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      }),
      managed({ name: 'lastServiceOn', type: 'text', label: 'Last service' }),
      managed({ name: 'keptUntil', type: 'text', label: 'To be kept until', index: true }),
      managed({ name: 'basis', type: 'text', label: 'By which rule' }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'listed',
        index: true,
        options: [
          { value: 'listed', label: 'To be destroyed' },
          { value: 'kept', label: 'Kept' },
          { value: 'held', label: 'On legal hold' },
          { value: 'notDue', label: 'No longer due' },
          { value: 'destroying', label: 'Being destroyed' },
          { value: 'destroyed', label: 'Destroyed' },
        ],
      }),
      confidentialText({ name: 'keepReason', label: 'Why it is kept', readOnly: true }),
      managed({ name: 'askAgainOn', type: 'text', label: 'Listed again from', index: true }),
      managed({ name: 'rowsDestroyed', type: 'number', label: 'Records destroyed' }),
      managed({ name: 'filesDestroyed', type: 'number', label: 'Files destroyed' }),
      managed({ name: 'keysDestroyed', type: 'number', label: 'Keys destroyed' }),
      managed({ name: 'destroyedAt', type: 'date' }),
    ],
  },
  { audit: 'chart', actions: [keepChart], confidential: { subject: 'record' } },
)

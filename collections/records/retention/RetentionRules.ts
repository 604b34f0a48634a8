import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { recordClasses } from '@/src/domain/retention/retention'
import { dayField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { keyRule } from './keyRule'

/** How long charts are kept, by state and by what they hold. The longest rule that applies wins (R67). */
export const RetentionRules: CollectionConfig = secureCollection(
  {
    slug: 'retention-rules',
    labels: { singular: 'Retention rule', plural: 'Retention rules' },
    defaultSort: 'state',
    admin: {
      group: 'System',
      useAsTitle: 'citation',
      defaultColumns: ['state', 'recordClass', 'yearsFromService', 'yearsFromMajority', 'citation'],
      description: 'The law differs from state to state: have every rule confirmed by counsel.',
    },
    fields: [
      uniqueKeyField(),
      {
        name: 'state',
        type: 'text',
        required: true,
        maxLength: 2,
        admin: { description: 'Two letters, such as MA; * for every state.' },
        validate: (value: unknown) =>
          typeof value === 'string' && /^(\*|[A-Z]{2})$/.test(value)
            ? true
            : 'State: write two capital letters, such as MA, or * for every state.',
      },
      {
        name: 'recordClass',
        type: 'select',
        label: 'What',
        required: true,
        options: [...recordClasses],
      },
      {
        name: 'yearsFromService',
        type: 'number',
        label: 'Years from the last service',
        required: true,
        min: 1,
        max: 99,
      },
      {
        name: 'yearsFromMajority',
        type: 'number',
        label: 'Years from majority, for minors',
        min: 0,
        max: 50,
      },
      {
        name: 'majorityAge',
        type: 'number',
        label: 'Age of majority',
        required: true,
        defaultValue: 18,
        min: 18,
        max: 21,
      },
      { name: 'citation', type: 'text', label: 'By what law', required: true, maxLength: 300 },
      dayField({ name: 'confirmedOn', label: 'Confirmed by counsel on' }),
    ],
    hooks: { beforeChange: [keyRule] },
  },
  { audit: 'writes' },
)

import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { MEASURES } from '@/src/domain/measures/catalog'
import { confidentialText } from '../../fields/confidentialText'
import { dayField } from '../../fields/scalars'
import { stampEpisode } from '../episodes/episodeField'
import { keyPlanRow } from './keyPlanRow'
import { objectiveStatuses } from './objectiveStatuses'
import { parentKeyField, planRowFields } from './planFields'

const measureIds = [...new Set(MEASURES.map(({ id }) => id))]

/** A step that can be measured: by an instrument or by a behavior that is counted. */
export const PlanObjectives: CollectionConfig = secureCollection(
  {
    slug: 'plan-objectives',
    labels: { singular: 'Objective', plural: 'Objectives' },
    defaultSort: 'order',
    admin: {
      group: 'Care',
      useAsTitle: 'key',
      defaultColumns: [
        'plan',
        'order',
        'measureId',
        'baselineValue',
        'targetValue',
        'targetDate',
        'status',
      ],
    },
    fields: planRowFields({
      text: 'Objective',
      more: [
        parentKeyField('Goal'),
        {
          name: 'measureId',
          type: 'select',
          label: 'Measured by',
          options: measureIds.map((value) => ({ value, label: value })),
        },
        confidentialText({ name: 'behavior', label: 'Or by this behavior', rows: 2 }),
        { name: 'baselineValue', type: 'number', label: 'Value at the start' },
        { name: 'targetValue', type: 'number', label: 'Target value' },
        dayField({ name: 'targetDate', label: 'Target date' }),
        {
          name: 'status',
          type: 'select',
          required: true,
          defaultValue: 'new',
          options: [...objectiveStatuses],
          admin: { description: 'May be changed while the plan is in force.' },
        },
        dayField({ name: 'achievedOn', label: 'Achieved on' }),
      ],
    }),
    hooks: { beforeChange: [keyPlanRow('objective'), stampEpisode({ plan: 'treatment-plans' })] },
  },
  { audit: 'chart', confidential: { subject: 'patient' } },
)

import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { checkTechniqueTags } from '../checkTechniqueTags'
import { stampEpisode } from '../episodes/episodeField'
import { keyPlanRow } from './keyPlanRow'
import { parentKeyField, planRowFields } from './planFields'

/** What will be done toward an objective, by whom and how often. */
export const PlanInterventions: CollectionConfig = secureCollection(
  {
    slug: 'plan-interventions',
    labels: { singular: 'Intervention', plural: 'Interventions' },
    defaultSort: 'order',
    admin: {
      group: 'Care',
      useAsTitle: 'key',
      defaultColumns: ['plan', 'order', 'techniqueTags', 'frequency'],
    },
    fields: planRowFields({
      text: 'Method',
      more: [
        parentKeyField('Objective'),
        {
          name: 'techniqueTags',
          type: 'text',
          label: 'Techniques',
          maxLength: 1000,
          admin: { description: 'Codes of the techniques, with spaces between them.' },
        },
        { name: 'responsible', type: 'text' },
        { name: 'frequency', type: 'text' },
      ],
    }),
    hooks: {
      beforeChange: [
        keyPlanRow('intervention'),
        checkTechniqueTags,
        stampEpisode({ plan: 'treatment-plans' }),
      ],
    },
  },
  { audit: 'chart', confidential: { subject: 'patient' } },
)

import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { stampEpisode } from '../episodes/episodeField'
import { keyPlanRow } from './keyPlanRow'
import { parentKeyField, planRowFields } from './planFields'

/** What the client wants to reach, in their own words. */
export const PlanGoals: CollectionConfig = secureCollection(
  {
    slug: 'plan-goals',
    labels: { singular: 'Goal', plural: 'Goals' },
    defaultSort: 'order',
    admin: { group: 'Care', useAsTitle: 'key', defaultColumns: ['plan', 'order', 'parentKey'] },
    fields: planRowFields({ text: 'Goal', more: [parentKeyField('Problem')] }),
    hooks: { beforeChange: [keyPlanRow('goal'), stampEpisode({ plan: 'treatment-plans' })] },
  },
  { audit: 'chart', confidential: { subject: 'patient' } },
)

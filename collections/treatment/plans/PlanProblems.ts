import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { stampEpisode } from '../episodes/episodeField'
import { keyPlanRow } from './keyPlanRow'
import { planRowFields } from './planFields'

/** What treatment is about, tied to the diagnosis it belongs to. */
export const PlanProblems: CollectionConfig = secureCollection(
  {
    slug: 'plan-problems',
    labels: { singular: 'Problem', plural: 'Problems' },
    defaultSort: 'order',
    admin: { group: 'Care', useAsTitle: 'key', defaultColumns: ['plan', 'order', 'diagnosis'] },
    fields: planRowFields({
      text: 'Problem',
      more: [
        { name: 'diagnosis', type: 'relationship', relationTo: 'diagnoses', index: true },
        confidentialText({ name: 'evidence', label: 'How it shows', rows: 2 }),
      ],
    }),
    hooks: { beforeChange: [keyPlanRow('problem'), stampEpisode({ plan: 'treatment-plans' })] },
  },
  { audit: 'chart', confidential: { subject: 'patient' } },
)

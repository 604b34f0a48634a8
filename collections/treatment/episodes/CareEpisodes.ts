import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { closeEpisode } from './actions/closeEpisode'
import { confirmConsult } from './actions/confirmConsult'
import { consentAlone } from './actions/consentAlone'
import { openToProxies } from './actions/openToProxies'

/**
 * A stretch of care with a consent of its own (45 CFR 164.502(g)(3)): so far care that a minor consented to
 * alone. Visits, sessions, notes and plans that belong to it are not there for those who act for the patient.
 */
export const CareEpisodes: CollectionConfig = secureCollection(
  {
    slug: 'care-episodes',
    labels: { singular: 'Care with its own consent', plural: 'Care with its own consent' },
    defaultSort: '-openedAt',
    admin: {
      group: 'Patients',
      useAsTitle: 'citation',
      defaultColumns: ['patient', 'consentBasis', 'state', 'status', 'openedAt', 'closedAt'],
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      }),
      managed({
        name: 'consentBasis',
        type: 'select',
        required: true,
        options: [{ value: 'minorAlone', label: 'The minor consented alone' }],
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        index: true,
        options: [
          { value: 'consulting', label: 'Waits for the supervisor' },
          { value: 'open', label: 'Open' },
          { value: 'closed', label: 'Closed' },
        ],
      }),
      managed({ name: 'state', type: 'text', required: true }),
      managed({ name: 'lawKey', type: 'text', required: true, admin: { hidden: true } }),
      managed({ name: 'citation', type: 'text', label: 'Law' }),
      managed({ name: 'ageAtStart', type: 'number', label: 'Age when it began' }),
      managed({ name: 'sessionLimit', type: 'number', label: 'Meetings before a parent consents' }),
      managed({ name: 'sessionMinutes', type: 'number', label: 'Longest meeting, minutes' }),
      managed({ name: 'isMatureEnough', type: 'checkbox', label: 'Found mature enough' }),
      managed({
        name: 'clinician',
        type: 'relationship',
        relationTo: 'staff',
        index: true,
        label: 'Decided by',
      }),
      managed({
        name: 'consultedWith',
        type: 'relationship',
        relationTo: 'staff',
        label: 'Supervisor consulted',
      }),
      managed(instantField({ name: 'consultedAt' })),
      managed(instantField({ name: 'openedAt' })),
      managed(instantField({ name: 'closedAt' })),
      managed({
        name: 'isOpenToProxies',
        type: 'checkbox',
        defaultValue: false,
        label: 'The patient opened it to those who act for them',
      }),
      confidentialText({
        name: 'reason',
        label: 'Why parents are not involved',
        rows: 3,
        readOnly: true,
      }),
    ],
  },
  {
    audit: 'chart',
    scope: { owner: 'clinician' },
    actions: [consentAlone, confirmConsult, openToProxies, closeEpisode],
    confidential: { subject: 'patient' },
  },
)

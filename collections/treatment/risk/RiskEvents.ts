import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { RISK_IDEATION, RISK_LEVELS } from '@/src/domain/records/intakeSections'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { patientField } from '../../records/fields/patientField'
import { assessRisk } from './actions/assessRisk'
import { closeRisk } from './actions/closeRisk'
import { reportRisk } from './actions/reportRisk'
import { dispositions } from './dispositions'
import { stampRisk } from './stampRisk'

/** A sign that somebody may come to harm, from the first alert to its end. The care team's alone. */
export const RiskEvents: CollectionConfig = secureCollection(
  {
    slug: 'risk-events',
    labels: { singular: 'Risk event', plural: 'Risk events' },
    defaultSort: '-detectedAt',
    admin: {
      group: 'Care',
      defaultColumns: ['patient', 'detectedAt', 'source', 'status', 'acuteRisk', 'followUpOn'],
    },
    indexes: [{ fields: ['patient', 'status'] }],
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
        defaultValue: () => crypto.randomUUID(),
      }),
      managed(patientField()),
      managed({
        name: 'source',
        type: 'select',
        required: true,
        options: [
          { value: 'measure', label: 'A questionnaire' },
          { value: 'session', label: 'A session' },
          { value: 'call', label: 'A call or message' },
          { value: 'other', label: 'Something else' },
        ],
      }),
      managed({
        name: 'response',
        type: 'relationship',
        relationTo: 'measure-responses',
        index: true,
      }),
      confidentialText({ name: 'detail', label: 'What was noticed', rows: 2, readOnly: true }),
      managed({ name: 'detectedAt', type: 'date', index: true }),
      managed({ name: 'reportedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'Open' },
          { value: 'assessed', label: 'Assessed' },
          { value: 'closed', label: 'Closed' },
        ],
      }),
      managed({ name: 'contactedAt', type: 'date' }),
      managed({ name: 'ideation', type: 'select', options: [...RISK_IDEATION] }),
      managed({ name: 'acuteRisk', type: 'select', options: [...RISK_LEVELS] }),
      managed({ name: 'chronicRisk', type: 'select', options: [...RISK_LEVELS] }),
      confidentialText({ name: 'assessment', label: 'Assessment', readOnly: true }),
      managed({ name: 'disposition', type: 'select', options: [...dispositions] }),
      managed({ name: 'followUpOn', type: 'text', label: 'Follow-up on' }),
      managed({ name: 'assessedAt', type: 'date' }),
      managed({ name: 'assessedBy', type: 'relationship', relationTo: 'staff' }),
      confidentialText({ name: 'closing', label: 'How it ended', rows: 2, readOnly: true }),
      managed({ name: 'closedAt', type: 'date' }),
      managed({ name: 'closedBy', type: 'relationship', relationTo: 'staff' }),
    ],
    hooks: { beforeChange: [stampRisk] },
  },
  {
    scope: { owner: 'reportedBy' },
    audit: 'chart',
    actions: [reportRisk, assessRisk, closeRisk],
    confidential: { subject: 'patient' },
  },
)

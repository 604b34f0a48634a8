import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { centsField, dayField } from '../../fields/scalars'
import { recheckClaims } from '../claims/recheckClaims'
import { endPolicy } from './actions/endPolicy'
import { coverWaitingCharges } from './coverWaitingCharges'
import { eligibilityEndpoint } from './eligibilityEndpoint'
import { tidyMemberId } from './tidyMemberId'

/** A patient's insurance: the card, and whose it is. */
export const InsurancePolicies: CollectionConfig = secureCollection(
  {
    slug: 'insurance-policies',
    labels: { singular: 'Insurance policy', plural: 'Insurance policies' },
    defaultSort: 'priority',
    admin: {
      group: 'Billing',
      useAsTitle: 'memberId',
      defaultColumns: ['patient', 'payer', 'memberId', 'priority', 'lastCheckedOn', 'status'],
    },
    indexes: [{ fields: ['patient', 'status'] }],
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      {
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      },
      { name: 'payer', type: 'relationship', relationTo: 'payers', required: true, index: true },
      {
        type: 'row',
        fields: [
          {
            name: 'memberId',
            type: 'text',
            label: 'Member ID',
            required: true,
            index: true,
            maxLength: 80,
            hooks: { beforeValidate: [tidyMemberId] },
          },
          { name: 'groupNumber', type: 'text', maxLength: 50 },
          { name: 'planName', type: 'text', maxLength: 60 },
        ],
      },
      {
        name: 'priority',
        type: 'select',
        required: true,
        defaultValue: 'primary',
        options: [
          { value: 'primary', label: 'Pays first' },
          { value: 'secondary', label: 'Pays second' },
        ],
      },
      {
        name: 'relationship',
        type: 'select',
        label: 'The patient is the policy holder’s',
        required: true,
        defaultValue: 'self',
        options: [
          { value: 'self', label: 'Self' },
          { value: 'spouse', label: 'Spouse' },
          { value: 'child', label: 'Child' },
          { value: 'other', label: 'Other' },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'subscriberFirstName', type: 'text', maxLength: 35 },
          { name: 'subscriberLastName', type: 'text', maxLength: 60 },
          dayField({ name: 'subscriberBirthDate' }),
          {
            name: 'subscriberSex',
            type: 'select',
            options: [
              { value: 'F', label: 'Female' },
              { value: 'M', label: 'Male' },
              { value: 'U', label: 'Unknown' },
            ],
          },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'subscriberAddressLine1', type: 'text', maxLength: 55 },
          { name: 'subscriberCity', type: 'text', maxLength: 30 },
          { name: 'subscriberRegion', type: 'text', label: 'Subscriber state', maxLength: 2 },
          { name: 'subscriberPostalCode', type: 'text', label: 'Subscriber ZIP', maxLength: 10 },
        ],
      },
      {
        type: 'row',
        fields: [
          dayField({ name: 'effectiveOn', label: 'Coverage from' }),
          dayField({ name: 'terminatedOn', label: 'Coverage to' }),
          centsField({ name: 'copayCents', label: 'Copay' }),
        ],
      },
      { name: 'cardFront', type: 'relationship', relationTo: 'documents' },
      { name: 'cardBack', type: 'relationship', relationTo: 'documents' },
      managed({
        name: 'status',
        type: 'select',
        defaultValue: 'active',
        index: true,
        options: [
          { value: 'active', label: 'Active' },
          { value: 'ended', label: 'Ended' },
          { value: 'voided', label: 'Entered in error' },
        ],
      }),
      managed(dayField({ name: 'lastCheckedOn', label: 'Coverage checked on' })),
      managed({
        name: 'coverageResult',
        type: 'select',
        label: 'Last answer about coverage',
        defaultValue: 'unknown',
        options: [
          { value: 'active', label: 'Active' },
          { value: 'inactive', label: 'Inactive' },
          { value: 'unknown', label: 'Not known' },
        ],
      }),
    ],
    hooks: { afterChange: [coverWaitingCharges, recheckClaims('patient')] },
    endpoints: [eligibilityEndpoint],
  },
  { audit: 'chart', actions: [endPolicy] },
)

import type { CollectionConfig, Field } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { part2Field } from '@/hooks/labelPart2'
import { recheckClaims } from '../billing/claims/recheckClaims'
import { managed } from '../fields/managed'
import { dayField, instantField } from '../fields/scalars'
import {
  accountingEndpoint,
  accountingPdfEndpoint,
} from '../records/sharing/accounting/accountingEndpoints'
import { chartSummaryEndpoint } from '../records/summary/chartSummaryEndpoint'
import { whoSawEndpoint } from '../system/accessLog/whoSawEndpoint'
import { answerCustody, PARENTS } from './actions/answerCustody'
import { invitePortal } from './actions/invitePortal'
import { reviewCustody } from './actions/reviewCustody'
import { foldSearchText } from './foldSearchText'
import { reachFields } from './reachFields'

/** A person in care, or about to be. Names and numbers here; the chart points here. */
export const Patients: CollectionConfig = secureCollection(
  {
    slug: 'patients',
    defaultSort: 'lastName',
    admin: {
      group: 'Patients',
      useAsTitle: 'displayName',
      defaultColumns: ['displayName', 'dateOfBirth', 'status', 'phone', 'primaryClinician'],
      description: 'Everybody in care or about to be.',
    },
    // As lists are ordered: those of one name by when they came.
    indexes: [
      { fields: ['status', 'lastName', 'createdAt'] },
      { fields: ['lastName', 'createdAt'] },
    ],
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'firstName', type: 'text', required: true },
          { name: 'middleName', type: 'text' },
          { name: 'lastName', type: 'text', required: true },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'chosenName', type: 'text' },
          { name: 'pronouns', type: 'text' },
        ],
      },
      managed({ name: 'displayName', type: 'text', index: true, label: 'Name' }),
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      managed({ name: 'emailKey', type: 'text', index: true, admin: { hidden: true } }),
      managed({ name: 'phoneKey', type: 'text', index: true, admin: { hidden: true } }),
      managed({
        name: 'searchText',
        label: 'name',
        type: 'text',
        index: true,
        admin: { hidden: true },
      }),
      managed({ name: 'nameKey', type: 'text', index: true, admin: { hidden: true } }),
      {
        type: 'row',
        fields: [
          dayField({ name: 'dateOfBirth', required: false, label: 'Date of birth', index: true }),
          {
            name: 'sex',
            type: 'select',
            label: 'Sex on the insurance card',
            options: [
              { value: 'F', label: 'Female' },
              { value: 'M', label: 'Male' },
              { value: 'U', label: 'Unknown' },
            ],
            defaultValue: 'U',
          },
        ],
      },
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'prospective',
        index: true,
        options: [
          { value: 'prospective', label: 'Prospective' },
          { value: 'active', label: 'Active' },
          { value: 'discharged', label: 'Discharged' },
          { value: 'voided', label: 'Entered in error' },
          { value: 'destroyed', label: 'Destroyed' },
        ],
      }),
      {
        type: 'row',
        fields: [
          { name: 'email', type: 'email', index: true },
          { name: 'phone', type: 'text', index: true },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'contactPreference',
            type: 'select',
            options: [
              { value: 'email', label: 'E-mail' },
              { value: 'phone', label: 'Phone' },
              { value: 'text', label: 'Text message' },
              { value: 'portal', label: 'Portal only' },
            ],
            defaultValue: 'portal',
          },
          { name: 'mayLeaveVoicemail', type: 'checkbox', defaultValue: false },
          { name: 'mayText', type: 'checkbox', defaultValue: false },
          { name: 'mayEmail', type: 'checkbox', defaultValue: false },
        ],
      },
      ...reachFields,
      {
        type: 'row',
        fields: [
          { name: 'addressLine1', type: 'text' },
          { name: 'addressLine2', type: 'text' },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'city', type: 'text' },
          { name: 'region', type: 'text', label: 'State', maxLength: 2 },
          { name: 'postalCode', type: 'text', label: 'ZIP' },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'preferredLanguage', type: 'text', defaultValue: 'English' },
          { name: 'needsInterpreter', type: 'checkbox', defaultValue: false },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'emergencyName', type: 'text' },
          { name: 'emergencyRelationship', type: 'text' },
          { name: 'emergencyPhone', type: 'text' },
        ],
      },
      managed({
        name: 'parents',
        type: 'select',
        label: 'Parents (for a minor)',
        options: [...PARENTS],
      }),
      managed({
        name: 'custodyDocument',
        type: 'relationship',
        relationTo: 'documents',
        label: 'Custody paper',
      }),
      managed(instantField({ name: 'custodyReviewedAt', label: 'Custody paper read' })),
      managed({
        name: 'custodyReviewedBy',
        type: 'relationship',
        relationTo: 'staff',
        label: 'Read by',
      }),
      { name: 'primaryClinician', type: 'relationship', relationTo: 'staff', index: true },
      { name: 'location', type: 'relationship', relationTo: 'locations' },
      { name: 'referralSource', type: 'text' },
      managed({
        name: 'inquiry',
        type: 'relationship',
        relationTo: 'inquiries',
        index: true,
        admin: { hidden: true },
      }),
      managed({ name: 'registeredOn', type: 'text' }),
      managed({
        name: 'recordNumber',
        type: 'text',
        label: 'Record number before',
        index: true,
        admin: { description: 'The number of the person in the system they came from.' },
      }),
      managed(
        dayField({
          name: 'assessedOn',
          label: 'Assessed before, on',
          description: 'Initial assessment in the system they came from (R17).',
        }),
      ),
      managed({
        name: 'safetyBanner',
        type: 'checkbox',
        defaultValue: false,
        label: 'Urgent: call the clinician',
      }),
      {
        name: 'riskLevel',
        type: 'select',
        options: [
          { value: 'low', label: 'Low' },
          { value: 'intermediate', label: 'Intermediate' },
          { value: 'high', label: 'High' },
        ],
      },
      { ...part2Field(), label: 'In the program under 42 CFR part 2' } as Field, // a checkbox
      { name: 'isSelfPay', type: 'checkbox', defaultValue: false },
      {
        name: 'statementHold',
        type: 'checkbox',
        defaultValue: false,
        label: 'Do not send statements',
      },
    ],
    endpoints: [chartSummaryEndpoint, whoSawEndpoint, accountingEndpoint, accountingPdfEndpoint],
    hooks: { beforeChange: [foldSearchText], afterChange: [recheckClaims('id')] },
  },
  {
    scope: { patient: 'id' },
    audit: 'chart',
    actions: [invitePortal, answerCustody, reviewCustody],
  },
)

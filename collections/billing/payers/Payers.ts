import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { oneActiveOfAName } from '@/hooks/oneActiveOfAName'

/** Claim filing indicator codes (SBR09) with our own labels. */
const filingCodes = [
  { value: 'CI', label: 'Commercial' },
  { value: 'BL', label: 'Blue Cross / Blue Shield' },
  { value: '12', label: 'PPO' },
  { value: '13', label: 'Point of service' },
  { value: '14', label: 'EPO' },
  { value: 'HM', label: 'HMO' },
  { value: 'MB', label: 'Medicare Part B' },
  { value: 'MC', label: 'Medicaid' },
  { value: 'CH', label: 'TRICARE' },
  { value: 'VA', label: 'Veterans Affairs' },
  { value: 'FI', label: 'Federal employees' },
  { value: 'WC', label: "Workers' compensation" },
  { value: 'OF', label: 'Other federal' },
  { value: '11', label: 'Other non-federal' },
  { value: 'ZZ', label: 'Unknown' },
] as const

const isFilingLimit = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1500

/** Who pays: insurers, programs, and the patient (self-pay). */
export const Payers: CollectionConfig = secureCollection(
  {
    slug: 'payers',
    defaultSort: 'name',
    admin: {
      group: 'Billing',
      useAsTitle: 'name',
      defaultColumns: ['name', 'payerId', 'filingLimitDays', 'requiresAuthorization', 'isActive'],
      description: 'Insurers and programs with what they ask for.',
    },
    fields: [
      { name: 'name', type: 'text', required: true, index: true, maxLength: 60 },
      {
        name: 'payerId',
        type: 'text',
        label: 'Payer id at the clearinghouse',
        index: true,
        maxLength: 80,
      },
      {
        name: 'eraPayerIds',
        type: 'text',
        label: 'Ids in remittances',
        admin: {
          description: 'Separated by spaces, when they differ from the id at the clearinghouse.',
        },
      },
      {
        name: 'filingCode',
        type: 'select',
        label: 'Kind of plan',
        defaultValue: 'CI',
        options: [...filingCodes],
      },
      {
        name: 'filingLimitDays',
        type: 'number',
        label: 'Filing limit (days from the service)',
        min: 1,
        max: 1500,
        validate: (value: unknown) =>
          value === null || value === undefined || isFilingLimit(value)
            ? true
            : 'Enter whole days from 1 to 1500, or nothing for the number in the rule settings.',
        admin: { description: "Empty: the practice's default from the rule settings." },
      },
      {
        name: 'requiresPlan',
        type: 'checkbox',
        label: 'Wants an active treatment plan',
        defaultValue: false,
      },
      {
        name: 'requiresAuthorization',
        type: 'checkbox',
        label: 'Wants an authorization',
        defaultValue: false,
      },
      { name: 'isSelfPay', type: 'checkbox', label: 'The patient pays', defaultValue: false },
      {
        name: 'neverChargesMissed',
        type: 'checkbox',
        label: 'No fee for missed sessions, ever',
        defaultValue: false,
      },
      {
        name: 'supervisionMode',
        type: 'select',
        label: 'Sessions of pre-licensed clinicians',
        defaultValue: 'ownNpi',
        options: [
          { value: 'ownNpi', label: 'Billed under their own NPI' },
          { value: 'underSupervisor', label: 'Billed under the supervisor' },
          { value: 'notBillable', label: 'Not paid' },
        ],
      },
      { name: 'phone', type: 'text' },
      { name: 'isActive', type: 'checkbox', defaultValue: true, index: true },
    ],
    hooks: { beforeValidate: [oneActiveOfAName('a payer')] },
  },
  { audit: 'writes' },
)

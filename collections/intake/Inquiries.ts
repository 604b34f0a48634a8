import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../fields/confidentialText'
import { managed } from '../fields/managed'
import { dayField, instantField } from '../fields/scalars'
import { bookIntake } from './actions/bookIntake'
import { closeInquiry } from './actions/closeInquiry'
import { declineInquiry } from './actions/declineInquiry'
import { linkInquiry } from './actions/linkInquiry'
import { triageInquiry } from './actions/triageInquiry'
import { waitlistInquiry } from './actions/waitlistInquiry'
import { announceInquiry } from './announceInquiry'
import { duplicatesEndpoint } from './duplicatesEndpoint'
import {
  CLOSE_REASONS,
  DECLINE_REASONS,
  FORMATS,
  REFERRAL_SOURCES,
  SAFETY_ACTIONS,
} from './inquiryCodes'
import { limitInquiries } from './limitInquiries'
import { matchesEndpoint } from './matching/matchesEndpoint'
import { receiveInquiry } from './receiveInquiry'

/** Somebody who asked for help; a prospect, never a chart (R01). */
export const Inquiries: CollectionConfig = secureCollection(
  {
    slug: 'inquiries',
    labels: { singular: 'Inquiry', plural: 'Inquiries' },
    defaultSort: '-receivedAt',
    admin: {
      group: 'Patients',
      useAsTitle: 'displayName',
      defaultColumns: ['displayName', 'status', 'tier', 'firstResponseDueAt', 'source'],
      description: 'People who asked for help and are not in care yet.',
    },
    indexes: [{ fields: ['status', 'firstResponseDueAt'] }],
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'chosenName', type: 'text', label: 'First name', required: true, maxLength: 80 },
          { name: 'lastName', type: 'text', maxLength: 80, index: true },
          dayField({ name: 'dateOfBirth', label: 'Date of birth' }),
        ],
      },
      managed({ name: 'displayName', type: 'text', index: true, admin: { hidden: true } }),
      {
        type: 'row',
        fields: [
          { name: 'email', type: 'email', label: 'E-mail', index: true },
          { name: 'phone', type: 'text', maxLength: 40, index: true },
        ],
      },
      managed({ name: 'emailKey', type: 'text', index: true, admin: { hidden: true } }),
      managed({ name: 'phoneKey', type: 'text', index: true, admin: { hidden: true } }),
      {
        type: 'row',
        fields: [
          {
            name: 'contactPreference',
            type: 'select',
            defaultValue: 'email',
            options: [
              { value: 'email', label: 'E-mail' },
              { value: 'phone', label: 'Phone' },
              { value: 'text', label: 'Text message' },
            ],
          },
          { name: 'bestTimes', type: 'text', label: 'Best times to reach', maxLength: 200 },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'mayLeaveVoicemail', type: 'checkbox', defaultValue: false },
          { name: 'mayText', type: 'checkbox', defaultValue: false },
          { name: 'mayEmail', type: 'checkbox', label: 'May e-mail', defaultValue: false },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'state', type: 'text', maxLength: 2 },
          { name: 'service', type: 'relationship', relationTo: 'services', index: true },
          { name: 'payer', type: 'relationship', relationTo: 'payers', index: true },
          {
            name: 'format',
            type: 'select',
            defaultValue: 'either',
            options: FORMATS.map(({ value, label }) => ({ value, label })),
          },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'isMinor', type: 'checkbox', label: 'Under 18', defaultValue: false },
          { name: 'guardianName', type: 'text', maxLength: 120 },
          { name: 'language', type: 'text', maxLength: 60 },
          { name: 'accessNeeds', type: 'text', maxLength: 300 },
        ],
      },
      {
        name: 'referralSource',
        type: 'text',
        label: 'How they found us',
        maxLength: 100,
        index: true,
        admin: {
          description: `For example: ${REFERRAL_SOURCES.map(({ label }) => label).join(', ')}.`,
        },
      },
      confidentialText({ name: 'message', label: 'What they wrote', maxLength: 4000, rows: 6 }),
      {
        name: 'notEmergency',
        type: 'checkbox',
        label: 'Said this is no emergency',
        defaultValue: false,
      },
      // Shown to nobody; whoever fills it is a program.
      { name: 'companyUrl', type: 'text', virtual: true, maxLength: 500, admin: { hidden: true } },
      {
        type: 'collapsible',
        label: 'Where the visit came from',
        fields: [
          { name: 'utmSource', type: 'text', maxLength: 100, admin: { readOnly: true } },
          { name: 'utmMedium', type: 'text', maxLength: 100, admin: { readOnly: true } },
          { name: 'utmCampaign', type: 'text', maxLength: 100, admin: { readOnly: true } },
          { name: 'utmContent', type: 'text', maxLength: 100, admin: { readOnly: true } },
          { name: 'landingPage', type: 'text', maxLength: 200, admin: { readOnly: true } },
          managed({
            name: 'source',
            type: 'text',
            index: true,
            admin: { components: { Cell: '/components/admin/fields/SourceCell#SourceCell' } },
          }),
        ],
      },
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'new',
        index: true,
        options: [
          { value: 'new', label: 'New' },
          { value: 'triaged', label: 'Triaged' },
          { value: 'waitlisted', label: 'On the waitlist' },
          { value: 'intakeBooked', label: 'Intake booked' },
          { value: 'declined', label: 'Declined' },
          { value: 'closed', label: 'Closed' },
        ],
      }),
      managed({
        name: 'tier',
        type: 'select',
        index: true,
        options: [
          { value: 'urgent', label: 'Urgent' },
          { value: 'priority', label: 'Priority' },
          { value: 'standard', label: 'Standard' },
        ],
      }),
      managed({
        name: 'mustActToday',
        type: 'checkbox',
        label: 'Cannot wait',
        defaultValue: false,
      }),
      managed({
        name: 'safetyAction',
        type: 'select',
        label: 'What was done',
        options: SAFETY_ACTIONS.map(({ value, label }) => ({ value, label })),
      }),
      confidentialText({ name: 'safetyNote', label: 'What was done, in words', readOnly: true }),
      confidentialText({ name: 'triageAnswers', label: 'Triage answers', readOnly: true }),
      managed(instantField({ name: 'receivedAt', index: true })),
      managed(instantField({ name: 'firstResponseDueAt', label: 'First answer due', index: true })),
      managed(instantField({ name: 'respondedAt', label: 'First answered' })),
      managed(instantField({ name: 'bookedAt', label: 'Intake booked at' })),
      managed(instantField({ name: 'intakeStartsAt', label: 'Intake begins', index: true })),
      managed({ name: 'intakeZone', type: 'text', admin: { hidden: true } }),
      managed({ name: 'waitTold', type: 'text', label: 'Wait they were told' }),
      managed(dayField({ name: 'waitlistedOn' })),
      managed(dayField({ name: 'nextCheckInOn', label: 'Next check-in' })),
      managed({ name: 'possibleDuplicateOf', type: 'text', label: 'May be the same person as' }),
      managed({ name: 'isSuspectedSpam', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'matchedClinician', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({
        name: 'isNewPerson',
        type: 'checkbox',
        label: 'Not the same person',
        defaultValue: false,
      }),
      managed({ name: 'intakeKey', type: 'text', index: true, admin: { hidden: true } }),
      managed({
        name: 'declineReason',
        type: 'select',
        options: DECLINE_REASONS.map(({ value, label }) => ({ value, label })),
      }),
      managed({ name: 'referredTo', type: 'text' }),
      managed({
        name: 'closeReason',
        type: 'select',
        options: CLOSE_REASONS.map(({ value, label }) => ({ value, label })),
      }),
    ],
    hooks: {
      beforeOperation: [limitInquiries],
      beforeChange: [receiveInquiry],
      afterChange: [announceInquiry],
    },
    endpoints: [matchesEndpoint, duplicatesEndpoint],
  },
  {
    audit: 'chart',
    confidential: { subject: 'record' },
    actions: [
      triageInquiry,
      waitlistInquiry,
      bookIntake,
      linkInquiry,
      declineInquiry,
      closeInquiry,
    ],
  },
)

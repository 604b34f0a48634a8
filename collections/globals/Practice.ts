import type { GlobalConfig } from 'payload'
import { secureGlobal } from '@/access/secureCollection'
import { part2Programs } from '@/src/domain/sharing/part2'
import { setPracticeZone } from '@/src/lib/practiceZone'
import { npiField, taxIdField, zipField } from '../fields/identifiers'
import { dayField } from '../fields/scalars'

export const Practice: GlobalConfig = secureGlobal({
  slug: 'practice',
  label: 'Practice',
  admin: { group: 'Settings' },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      defaultValue: 'Our practice',
      validate: (value: unknown) =>
        typeof value === 'string' && value.trim() ? true : 'Enter the name of the practice.',
    },
    { name: 'legalName', type: 'text' },
    { name: 'phone', type: 'text' },
    { name: 'email', type: 'email' },
    {
      name: 'timeZone',
      type: 'text',
      required: true,
      defaultValue: 'America/Los_Angeles',
      validate: (value: unknown) =>
        typeof value === 'string' && isZone(value)
          ? true
          : 'Enter a time zone such as America/Los_Angeles.',
    },
    npiField('Group NPI'),
    { name: 'taxonomy', type: 'text' },
    taxIdField,
    { name: 'addressLine1', type: 'text' },
    { name: 'city', type: 'text' },
    { name: 'region', type: 'text' },
    zipField,
    {
      name: 'neutralSender',
      type: 'textarea',
      label: 'Sender on plain envelopes',
      maxLength: 400,
      admin: {
        rows: 3,
        description:
          'For patients who asked that nothing on the outside says who writes: a name and a return address, such as a box, that do not say what you do. Without it, your address alone.',
      },
    },
    { name: 'submitterId', type: 'text', label: 'Submitter id at the clearinghouse' },
    { name: 'receiverId', type: 'text', label: 'Receiver id at the clearinghouse' },
    { name: 'receiverName', type: 'text' },
    {
      name: 'isTestMode',
      type: 'checkbox',
      defaultValue: true,
      label: 'Claim files are marked as test',
    },
    {
      name: 'part2Program',
      type: 'select',
      label: 'Program under 42 CFR part 2 (substance use treatment)',
      required: true,
      defaultValue: 'none',
      options: [...part2Programs],
      admin: {
        description:
          'Records of the program are labelled when they are made and leave only with a consent of their own.',
      },
    },
    { name: 'privacyNotice', type: 'textarea' },
    dayField({ name: 'privacyNoticeEffectiveOn' }),
    { name: 'estimateNotice', type: 'textarea', label: 'Good-faith estimate notice' },
  ],
  hooks: {
    afterChange: [
      ({ doc }) => {
        if (typeof doc.timeZone === 'string') setPracticeZone(doc.timeZone)
        return doc
      },
    ],
  },
})

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

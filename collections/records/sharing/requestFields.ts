import type { Field } from 'payload'
import { requestChannels } from '@/src/domain/sharing/requests'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'

// What a request for records and a request to change them have in common.

export const optionsOf = (list: readonly { value: string; label: string }[]) =>
  list.map(({ value, label }) => ({ value, label }))

/** Who acts for the patient and asked; empty where the patient did, or the practice wrote it down. */
export const askerField = (): Field =>
  managed({
    name: 'portalUser',
    type: 'relationship',
    relationTo: 'portal-users',
    index: true,
    label: 'Asked by, for the patient',
  })

export const channelField = (): Field =>
  managed({ name: 'channel', type: 'select', label: 'How', options: optionsOf(requestChannels) })

export const extensionFields = (): Field[] => [
  managed({ name: 'extendedAt', type: 'date' }),
  confidentialText({
    name: 'extensionReason',
    label: 'Why it takes longer',
    rows: 2,
    readOnly: true,
  }),
]

export const closingFields = (): Field[] => [
  managed({ name: 'closedAt', type: 'date' }),
  managed({ name: 'closedBy', type: 'relationship', relationTo: 'staff', index: true }),
]

/** `grounds` are those of the law that the request stands on. */
export const denialFields = (grounds: readonly { value: string; label: string }[]): Field[] => [
  managed({ name: 'denialGround', type: 'select', label: 'Ground', options: optionsOf(grounds) }),
  confidentialText({ name: 'denialReason', label: 'Why it was denied', rows: 3, readOnly: true }),
]

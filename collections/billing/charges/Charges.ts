import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { centsField, dayField, instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { keepFromPlan } from './actions/keepFromPlan'
import { passOn } from './actions/passOn'
import { tellPlan } from './actions/tellPlan'
import { voidCharge } from './actions/voidCharge'
import { writeOff } from './actions/writeOff'
import { unbilledEndpoint } from './unbilledEndpoint'

/** A service with its fee. Appears when a session is completed, becomes billable with the signature. */
export const Charges: CollectionConfig = secureCollection(
  {
    slug: 'charges',
    defaultSort: '-serviceDate',
    admin: {
      group: 'Billing',
      useAsTitle: 'code',
      defaultColumns: ['serviceDate', 'patient', 'code', 'amountCents', 'payer', 'status'],
    },
    indexes: [
      { fields: ['patient', 'status'] },
      { fields: ['status', 'serviceDate', 'amountCents'] },
    ],
    fields: [
      uniqueKeyField(),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({ name: 'clinician', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'session', type: 'relationship', relationTo: 'sessions', index: true }),
      managed({
        name: 'appointment',
        type: 'relationship',
        relationTo: 'appointments',
        index: true,
      }),
      managed(dayField({ name: 'serviceDate', index: true })),
      managed({ name: 'code', type: 'text', label: 'Service code', index: true }),
      managed({ name: 'modifiers', type: 'text' }),
      managed({ name: 'placeOfService', type: 'text' }),
      managed({ name: 'units', type: 'number', defaultValue: 1 }),
      managed(centsField({ name: 'amountCents', label: 'Fee' })),
      managed({
        name: 'isFeeMissing',
        type: 'checkbox',
        label: 'No fee on record',
        defaultValue: false,
        index: true,
      }),
      managed({
        name: 'policy',
        type: 'relationship',
        relationTo: 'insurance-policies',
        index: true,
      }),
      managed({ name: 'payer', type: 'relationship', relationTo: 'payers', index: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'awaitingNote',
        options: [
          { value: 'awaitingNote', label: 'Waits for the note' },
          { value: 'ready', label: 'Ready to bill' },
          { value: 'claimed', label: 'Sent to the payer' },
          { value: 'billed', label: 'Paid or on a statement' },
          { value: 'voided', label: 'Entered in error' },
        ],
      }),
      managed(dayField({ name: 'readyOn' })),
      managed(centsField({ name: 'writtenOffCents', label: 'Written off' })),
      managed({ name: 'reason', type: 'text', label: 'Reason of the last correction' }),
      managed({
        name: 'isKeptFromPlan',
        type: 'checkbox',
        label: 'Kept from the plan: the patient pays in full',
        defaultValue: false,
        index: true,
      }),
      managed(instantField({ name: 'keptFromPlanAt', label: 'Kept from the plan since' })),
    ],
    endpoints: [unbilledEndpoint],
  },
  {
    scope: { owner: 'clinician' },
    part2: [{ column: 'session', slug: 'sessions' }],
    audit: 'chart',
    actions: [voidCharge, writeOff, passOn, keepFromPlan, tellPlan],
  },
)

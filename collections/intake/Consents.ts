import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { CONSENT_KINDS } from '@/src/domain/intake/consentKinds'
import { PROXY_BASES } from '@/src/domain/people/proxies'
import { confidentialText } from '../fields/confidentialText'
import { managed } from '../fields/managed'
import { instantField } from '../fields/scalars'
import { episodeField } from '../treatment/episodes/episodeField'
import { recordRefusal } from './actions/recordRefusal'
import { signConsent } from './actions/signConsent'
import { withdrawConsent } from './actions/withdrawConsent'
import { keyConsent } from './keyConsent'

/** One patient's answer to one version of a text: who, when, and the fingerprint of what was signed. */
export const Consents: CollectionConfig = secureCollection(
  {
    slug: 'consents',
    defaultSort: '-signedAt',
    admin: {
      group: 'Patients',
      useAsTitle: 'title',
      defaultColumns: ['title', 'patient', 'version', 'status', 'signedAt'],
    },
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
      {
        name: 'template',
        type: 'relationship',
        relationTo: 'consent-templates',
        required: true,
        index: true,
        label: 'Text',
      },
      managed({
        name: 'kind',
        type: 'select',
        index: true,
        options: CONSENT_KINDS.map(({ value, label }) => ({ value, label })),
      }),
      managed({ name: 'title', type: 'text' }),
      managed({ name: 'version', type: 'number' }),
      managed({
        name: 'textHash',
        type: 'text',
        label: 'Fingerprint of the text signed (SHA-256)',
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'pending',
        index: true,
        options: [
          { value: 'pending', label: 'Waiting for signature' },
          { value: 'signed', label: 'Signed' },
          { value: 'refused', label: 'Not signed, reason noted' },
          { value: 'withdrawn', label: 'Withdrawn' },
        ],
      }),
      managed(instantField({ name: 'signedAt' })),
      managed({ name: 'signerName', type: 'text' }),
      managed({
        name: 'signerKind',
        type: 'select',
        options: [
          { value: 'patient', label: 'Patient' },
          { value: 'guardian', label: 'Somebody with legal authority' },
          { value: 'staffWitness', label: 'On paper or aloud, witnessed by staff' },
        ],
      }),
      managed({
        name: 'signerBasis',
        type: 'select',
        label: 'Authority of the signer',
        options: PROXY_BASES.map(({ value, label }) => ({ value, label })),
      }),
      managed({
        name: 'occasion',
        type: 'select',
        label: 'Asked for again',
        options: [{ value: 'ofAge', label: 'The patient came of age' }],
      }),
      episodeField(),
      managed({
        name: 'witness',
        type: 'relationship',
        relationTo: 'staff',
        label: 'Witnessed by',
      }),
      confidentialText({ name: 'refusalReason', readOnly: true }),
      managed(instantField({ name: 'refusedAt' })),
      managed(instantField({ name: 'withdrawnAt' })),
    ],
    hooks: { beforeChange: [keyConsent] },
  },
  {
    audit: 'chart',
    actions: [signConsent, recordRefusal, withdrawConsent],
    confidential: { subject: 'patient' },
  },
)

import { join } from 'node:path'
import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { env } from '@/src/lib/env'
import { confidentialText } from '../fields/confidentialText'
import { managed } from '../fields/managed'
import { voidDocument } from './actions/voidDocument'
import { documentTypes, nameUpload } from './nameUpload'

/** Pictures and PDFs that belong to a patient; files have random names and no public address. */
export const Documents: CollectionConfig = secureCollection(
  {
    slug: 'documents',
    defaultSort: '-createdAt',
    upload: {
      staticDir: join(env.UPLOAD_DIR, 'documents'),
      mimeTypes: documentTypes,
      pasteURL: false,
      crop: false,
      focalPoint: false,
      displayPreview: false,
    },
    admin: { group: 'Patients', defaultColumns: ['kind', 'side', 'patient', 'status'] },
    fields: [
      {
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      },
      {
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        defaultValue: 'insuranceCard',
        options: [
          { value: 'insuranceCard', label: 'Insurance card' },
          { value: 'custody', label: 'Custody paper' },
          { value: 'other', label: 'Other' },
        ],
      },
      {
        name: 'side',
        type: 'select',
        options: [
          { value: 'front', label: 'Front' },
          { value: 'back', label: 'Back' },
        ],
      },
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'active',
        index: true,
        options: [
          { value: 'active', label: 'In the record' },
          { value: 'voided', label: 'Entered in error' },
        ],
      }),
      confidentialText({ name: 'voidReason', readOnly: true }),
    ],
    hooks: { beforeOperation: [nameUpload] },
  },
  {
    part2: [],
    audit: 'chart',
    actions: [voidDocument],
    confidential: { subject: 'patient' },
  },
)

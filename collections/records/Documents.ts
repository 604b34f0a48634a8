import { join } from 'node:path'
import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { DOCUMENT_KINDS } from '@/src/domain/records/documentTitle'
import { env } from '@/src/lib/env'
import { confidentialText } from '../fields/confidentialText'
import { managed } from '../fields/managed'
import { voidDocument } from './actions/voidDocument'
import { documentTypes, nameUpload } from './nameUpload'
import { titleDocument } from './titleDocument'

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
    admin: {
      group: 'Patients',
      useAsTitle: 'title',
      defaultColumns: ['title', 'patient', 'status'],
    },
    fields: [
      managed({
        name: 'title',
        type: 'text',
        label: 'Document',
        // The head of the page says it already.
        admin: { condition: () => false, disableListFilter: true },
      }),
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
        options: DOCUMENT_KINDS,
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
    hooks: { beforeOperation: [nameUpload], beforeChange: [titleDocument] },
  },
  {
    part2: [],
    audit: 'chart',
    actions: [voidDocument],
    confidential: { subject: 'patient' },
  },
)

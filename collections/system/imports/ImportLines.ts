import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { answerLine } from './actions/answerLine'
import { mendLine } from './actions/mendLine'
import { lineAnswers, lineStates } from './importCodes'

/** One line of a file. Its cells are sealed, and gone once the line is a record. */
export const ImportLines: CollectionConfig = secureCollection(
  {
    slug: 'import-lines',
    labels: { singular: 'Line of an import', plural: 'Lines of imports' },
    defaultSort: 'line',
    admin: {
      group: 'System',
      hidden: true,
      defaultColumns: ['run', 'line', 'status', 'problemCount'],
    },
    indexes: [{ fields: ['run', 'line'] }, { fields: ['run', 'problemCount'] }],
    fields: [
      uniqueKeyField(),
      managed({
        name: 'run',
        type: 'relationship',
        relationTo: 'import-runs',
        required: true,
        index: true,
      }),
      managed({ name: 'uploadedBy', type: 'text', index: true, admin: { hidden: true } }),
      managed({ name: 'line', type: 'number', required: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'waiting',
        index: true,
        options: [...lineStates],
      }),
      managed({ name: 'problemCount', type: 'number', label: 'Problems', defaultValue: 0 }),
      managed({ name: 'isChoice', type: 'checkbox', label: 'Asks who it is', defaultValue: false }),
      managed({ name: 'answer', type: 'select', options: [...lineAnswers] }),
      managed({ name: 'answeredAs', type: 'text', admin: { hidden: true } }),
      managed({ name: 'recordSlug', type: 'text', label: 'Kind of record' }),
      managed({ name: 'recordId', type: 'text', index: true }),
      managed({ name: 'recordRev', type: 'number', admin: { hidden: true } }),
      managed({ name: 'gaveNumber', type: 'checkbox', admin: { hidden: true } }),
      confidentialText({ name: 'cells', maxLength: 200_000, readOnly: true }),
      confidentialText({ name: 'problems', maxLength: 200_000, readOnly: true }),
    ],
  },
  {
    audit: 'writes',
    scope: { owner: 'uploadedBy' },
    confidential: { subject: 'run' },
    actions: [answerLine, mendLine],
  },
)

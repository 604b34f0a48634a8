import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { importKinds } from '@/src/domain/imports/columns'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { answerAll } from './actions/answerAll'
import { checkAgain } from './actions/checkAgain'
import { discardImport } from './actions/discardImport'
import { mapColumns } from './actions/mapColumns'
import { resumeImport } from './actions/resumeImport'
import { startImport } from './actions/startImport'
import { undoImport } from './actions/undoImport'
import { uploadFile } from './actions/uploadFile'
import { continueEndpoint } from './doors/continueEndpoint'
import { fileEndpoint } from './doors/fileEndpoint'
import { problemsCsvEndpoint, problemsEndpoint } from './doors/problemsEndpoints'
import { importStates } from './importCodes'

const count = (name: string, label: string) =>
  managed({ name, label, type: 'number', defaultValue: 0 })

/** One file of people, policies or appointments on its way in, and back out again. Its text is sealed. */
export const ImportRuns: CollectionConfig = secureCollection(
  {
    slug: 'import-runs',
    labels: { singular: 'Import', plural: 'Imports' },
    defaultSort: '-uploadedAt',
    admin: {
      group: 'System',
      useAsTitle: 'fileName',
      defaultColumns: ['fileName', 'kind', 'status', 'lineCount', 'writtenCount', 'uploadedAt'],
      description: 'Files of another system. The work is done on the page Import.',
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'fileKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      managed({ name: 'lock', type: 'text', unique: true, index: true, admin: { hidden: true } }),
      managed({
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        options: [...importKinds],
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'reading',
        index: true,
        options: [...importStates],
      }),
      managed({ name: 'stoppedIn', type: 'text', admin: { hidden: true } }),
      managed({ name: 'sentence', type: 'text', label: 'What to know' }),
      managed({ name: 'fileName', type: 'text' }),
      managed({ name: 'encoding', type: 'text' }),
      managed({ name: 'headingsHash', type: 'text', index: true, admin: { hidden: true } }),
      count('lineCount', 'Lines'),
      count('doneCount', 'Done'),
      count('problemCount', 'Lines with a problem'),
      count('choiceCount', 'Lines to answer'),
      count('writtenCount', 'Imported'),
      count('linkedCount', 'Here already'),
      count('leftOutCount', 'Left out'),
      count('refusedCount', 'Not possible any more'),
      count('undoneCount', 'Taken back'),
      count('keptCount', 'Kept'),
      // Ids as text: a program may import as well as a person.
      managed({ name: 'uploadedBy', type: 'text', index: true }),
      managed({ name: 'uploadedByName', type: 'text', label: 'Uploaded by' }),
      managed({ name: 'actsFor', type: 'text', admin: { hidden: true } }),
      managed(instantField({ name: 'uploadedAt', index: true })),
      managed(instantField({ name: 'mappedAt' })),
      managed(instantField({ name: 'startedAt' })),
      managed(instantField({ name: 'finishedAt' })),
      managed(instantField({ name: 'undoneAt', label: 'Taken back at' })),
      managed({ name: 'leasedUntil', type: 'date', admin: { hidden: true } }),
      confidentialText({ name: 'headings', label: 'Columns of the file', readOnly: true }),
      confidentialText({ name: 'mapping', label: 'What they fill', readOnly: true }),
      confidentialText({ name: 'undoReason', label: 'Why it is taken back', readOnly: true }),
      confidentialText({ name: 'raw', maxLength: 2_000_000, readOnly: true }),
    ],
    endpoints: [fileEndpoint, continueEndpoint, problemsEndpoint, problemsCsvEndpoint],
  },
  {
    audit: 'writes',
    scope: { owner: 'uploadedBy' },
    confidential: { subject: 'record' },
    actions: [
      uploadFile,
      mapColumns,
      checkAgain,
      answerAll,
      startImport,
      resumeImport,
      undoImport,
      discardImport,
    ],
  },
)

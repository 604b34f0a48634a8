import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { mappingProblems } from '@/src/domain/imports/mapping'
import { Refusal } from '@/src/lib/errors'
import type { ImportRun } from '../run'
import { requireImport } from '../run'

export const mapColumns = defineAction({
  slug: 'import-runs',
  name: 'map',
  label: 'Choose columns and check',
  tone: 'primary',
  input: z.object({
    columns: requiredText('Say which column of the file fills which of ours.', 6000),
  }),
  fields: [
    {
      name: 'columns',
      label: 'Columns',
      type: 'text',
      isRequired: true,
      help: 'For each heading of the file, in its order, the name of our column, separated by commas; nothing where it is left out.',
    },
  ],
  from: { column: 'status', values: ['uploaded', 'checked'] },
  prepare: async ({ input, now, record, req }) => {
    const { kind } = record as ImportRun
    requireImport(req, kind)
    const headings = JSON.parse(String(record['headings'] ?? '[]')) as string[]
    const given = input.columns.split(',').map((name) => name.trim())
    const mapping = headings.map((_, index) => given[index] ?? '')
    const problems = mappingProblems(kind, mapping)
    if (given.length > headings.length)
      problems.push(`The file has ${headings.length} columns, not ${given.length}.`)
    if (problems.length)
      throw new Refusal(
        'invalid',
        problems.map((message) => ({ path: 'columns', message })),
      )
    return {
      set: {
        status: 'checking',
        doneCount: 0,
        mappedAt: now.toISOString(),
        sentence: null,
        mapping: JSON.stringify(mapping),
      },
    }
  },
})

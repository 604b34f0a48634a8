import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { mappingProblems } from '@/src/domain/imports/mapping'
import { Refusal } from '@/src/lib/errors'
import type { ImportRun } from '../run'
import { requireImport } from '../run'

export const checkAgain = defineAction({
  slug: 'import-runs',
  name: 'check',
  label: 'Check again',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['uploaded', 'checked'] },
  prepare: async ({ record, req }) => {
    const { kind } = record as ImportRun
    requireImport(req, kind)
    const problems = mappingProblems(
      kind,
      JSON.parse(String(record['mapping'] ?? '[]')) as string[],
    )
    if (problems.length)
      throw new Refusal(
        'invalid',
        problems.map((message) => ({ path: 'columns', message })),
      )
    return { set: { status: 'checking', doneCount: 0, sentence: null } }
  },
})

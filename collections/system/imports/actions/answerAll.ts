import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { lineAnswers } from '../importCodes'
import type { ImportRun } from '../run'
import { requireImport } from '../run'

export const answerAll = defineAction({
  slug: 'import-runs',
  name: 'answer-all',
  label: 'Answer for all lines that ask',
  confirm: 'The answer holds for every line that looks like somebody who is here or in the file.',
  input: z.object({
    answer: requiredChoice(['same', 'new', 'out'], 'Say who they are.'),
  }),
  fields: [
    { name: 'answer', label: 'They are', type: 'select', isRequired: true, options: lineAnswers },
  ],
  from: { column: 'status', values: ['checked'] },
  prepare: async ({ input, record, req }) => {
    requireImport(req, (record as ImportRun).kind)
    return { set: { status: 'checking', doneCount: 0 }, refs: { answer: input.answer } }
  },
  effects: [
    {
      name: 'lines',
      run: async ({ record, refs, req }) => {
        await req.payload.db.updateMany({
          collection: 'import-lines',
          where: {
            and: [
              { run: { equals: record.id } },
              { isChoice: { equals: true } },
              { answer: { exists: false } },
            ],
          },
          data: { answer: refs['answer'] },
          req,
        })
      },
    },
  ],
})

import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const discardImport = defineAction({
  slug: 'import-runs',
  name: 'discard',
  label: 'Discard',
  tone: 'danger',
  confirm: 'The file and its lines are deleted. Nothing of it was imported.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['uploaded', 'checked'] },
  prepare: async ({ record }) => ({
    set: {
      status: 'discarded',
      fileKey: `gone|${String(record['id'])}`,
      sentence: null,
      raw: '',
      headings: '',
      mapping: String(record['mapping'] ?? ''),
    },
  }),
  effects: [
    {
      name: 'lines',
      run: async ({ record, req }) => {
        const where = { run: { equals: record.id } }
        await req.payload.db.deleteMany({ collection: 'import-lines', where, req })
      },
    },
  ],
})

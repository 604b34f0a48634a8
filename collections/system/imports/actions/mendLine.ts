import { z } from 'zod'
import { optionalText, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { factReader } from '@/hooks/facts'
import { Refusal } from '@/src/lib/errors'
import { checkFile, openRunOf } from './lineStep'

export const mendLine = defineAction({
  slug: 'import-lines',
  name: 'mend',
  label: 'Mend a cell',
  input: z.object({
    column: requiredText('Say which column.', 60),
    value: optionalText(2000),
  }),
  fields: [
    { name: 'column', label: 'Column', type: 'text', isRequired: true },
    { name: 'value', label: 'What it should say', type: 'text' },
  ],
  from: { column: 'status', values: ['waiting'] },
  prepare: async (context) => {
    const run = await openRunOf(context)
    const { input, record } = context
    const { mapping } = await factReader(context.req).text('import-runs', run)
    const at = (JSON.parse(String(mapping ?? '[]')) as string[]).indexOf(input.column)
    if (at < 0) {
      throw new Refusal('invalid', [
        { path: 'column', message: 'No column of the file fills this. Choose the columns anew.' },
      ])
    }
    const cells = JSON.parse(String(record['cells'] ?? '[]')) as string[]
    cells[at] = input.value ?? ''
    return {
      set: {
        cells: JSON.stringify(cells),
      },
    }
  },
  effects: [checkFile],
})

import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { optionalText } from '../../../fields/actionInputs'
import { importRest, takeIn, takenIn } from '../importText'

export const importRemittance = defineAction({
  slug: 'remittances',
  name: 'import',
  label: 'Import remittance',
  on: 'collection',
  input: z.object({
    text: z
      .string({ error: 'Choose the 835 file of the payer.' })
      .min(1, 'The file is empty. Choose the 835 file of the payer.'),
    fileName: optionalText(200),
  }),
  fields: [
    { name: 'text', label: '835 file', type: 'textarea', isRequired: true },
    { name: 'fileName', label: 'Name of the file', type: 'text' },
  ],
  prepare: ({ input, read, now, actor }) =>
    takeIn(read, {
      text: input.text,
      fileName: input.fileName ?? '',
      now,
      staffId: actor.kind === 'staff' ? actor.id : null,
    }),
  effects: [{ name: 'rest', run: importRest }],
  answer: ({ read, record }) => takenIn(read, record),
})

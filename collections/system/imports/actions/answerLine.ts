import { z } from 'zod'
import { optionalText, requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { lineAnswers } from '../importCodes'
import { checkFile, openRunOf } from './lineStep'

export const answerLine = defineAction({
  slug: 'import-lines',
  name: 'answer',
  label: 'Say who this is',
  input: z.object({
    answer: requiredChoice(['same', 'new', 'out'], 'Say whether this is the same person.'),
    as: optionalText(64),
  }),
  fields: [
    { name: 'answer', label: 'This is', type: 'select', isRequired: true, options: lineAnswers },
    {
      name: 'as',
      label: 'The same as',
      type: 'text',
      help: 'The id of the patient, or "line 4"; the first one named where it is empty.',
    },
  ],
  from: { column: 'status', values: ['waiting'] },
  prepare: async (context) => {
    await openRunOf(context)
    const { answer, as } = context.input
    return { set: { answer, answeredAs: answer === 'same' ? (as ?? null) : null } }
  },
  effects: [checkFile],
})

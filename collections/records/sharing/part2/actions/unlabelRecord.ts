import { defineAction } from '@/hooks/actions/define'
import { labelCommit, labelInput, labelQuestions } from '../labelChange'
import { setLabel } from '../setLabel'

/** Takes protection away, so compliance alone does it, with the password and a reason that stays. */
export const unlabelRecord = defineAction({
  slug: 'part2-labels',
  name: 'unlabel',
  on: 'collection',
  label: 'Take out of Part 2',
  confirm: 'It may then leave like any other record, and so may what was made from it.',
  tone: 'danger',
  stepUp: true,
  input: labelInput(),
  fields: labelQuestions,
  prepare: (context) => labelCommit(context, 'unlabel'),
  effects: [
    {
      name: 'record',
      run: (context) =>
        setLabel(context, {
          slug: String(context.record['collectionSlug']),
          id: String(context.record['recordId']),
          isPart2: false,
        }),
    },
  ],
})

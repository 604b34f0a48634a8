import { defineAction } from '@/hooks/actions/define'
import { labelCommit, labelInput, labelQuestions } from '../labelChange'
import { setLabel } from '../setLabel'

export const labelRecord = defineAction({
  slug: 'part2-labels',
  name: 'label',
  on: 'collection',
  label: 'Put under Part 2',
  confirm:
    'It leaves the chart only with a consent of its own, and so does what is made from it. A patient who is labelled has everything labelled that is made from now on.',
  input: labelInput(),
  fields: labelQuestions,
  prepare: (context) => labelCommit(context, 'label'),
  effects: [
    {
      name: 'record',
      run: (context) =>
        setLabel(context, {
          slug: String(context.record['collectionSlug']),
          id: String(context.record['recordId']),
          isPart2: true,
        }),
    },
  ],
})

import { returnAction } from '../../signing/returnAction'

export const returnNote = returnAction({
  slug: 'progress-notes',
  title: 'A note came back',
  to: 'returned',
})

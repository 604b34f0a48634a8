import { returnAction } from '../../signing/returnAction'

export const returnIntake = returnAction({
  slug: 'intake-assessments',
  title: 'An intake assessment came back',
  to: 'returned',
})

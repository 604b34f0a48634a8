import { returnAction } from '../../../records/signing/returnAction'

export const returnPlan = returnAction({
  slug: 'treatment-plans',
  title: 'A treatment plan came back',
  to: 'draft',
})

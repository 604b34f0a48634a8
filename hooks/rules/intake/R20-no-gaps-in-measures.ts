import { defineRule } from '../rule'
import { measureScoreOf } from './measureFacts'

export const noGapsInMeasures = defineRule({
  id: 'R20',
  title: 'A questionnaire is handed in whole, unless the instrument allows pro-rating',
  area: 'intake',
  appliesTo: ['measure-responses:action:submit'],
  override: { roles: ['clinician'] },
  check: ({ change }) => {
    if (change.after['status'] !== 'submitted') return []
    const score = measureScoreOf(change.after)
    if (!score || score.isScored) return []
    return [{ path: 'answers', message: score.message }]
  },
})

import type { Measure } from '@/src/domain/measures/types'

/** Answers kept as JSON text, only those that this version of the questionnaire offers. */
export const savedAnswers = (measure: Measure, json: string): Record<string, number> => {
  let given: unknown = null
  try {
    given = JSON.parse(json || '{}')
  } catch {
    return {}
  }
  if (!given || typeof given !== 'object') return {}
  const answers = given as Record<string, unknown> // checked item by item below
  return Object.fromEntries(
    measure.items.flatMap((item) => {
      const option = item.options.find(({ value }) => value === answers[item.id])
      return option ? [[item.id, option.value]] : []
    }),
  )
}

import type { Chart } from './chart'

/** Answers to the PHQ-9 in its order; null leaves a question empty. */
export const phq = (values: readonly (number | null)[]): Record<string, number | null> =>
  Object.fromEntries(values.map((value, index) => [`phq9_${index + 1}`, value]))

/** 16 points, item 9 not at all. */
export const calmAnswers = phq([2, 2, 2, 2, 2, 2, 2, 2, 0])

/** 19 points, item 9 = 2. */
export const urgentAnswers = phq([2, 2, 2, 2, 2, 2, 2, 3, 2])

/** Kim asks a patient for a PHQ-9. */
export const askPhq = async (chart: Chart, patient = chart.ana): Promise<string> => {
  const body = { patient, measureId: 'PHQ-9' }
  const answer = await chart.kim.client.post('/api/measure-responses', body)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc.id
}

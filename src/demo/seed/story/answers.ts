import { findMeasure } from '@/src/domain/measures/catalog'
import type { Random } from '../random'

/** Answers to a questionnaire that add up to `total`, the question about self-harm as given. */
export const answersFor = (
  measureId: string,
  { total, critical = 0, random }: { total: number; critical?: number; random: Random },
): Record<string, number> => {
  const measure = findMeasure(measureId)
  if (!measure) throw new Error(`There is no measure ${measureId}.`)
  const scored = measure.items.filter((item) => item.isScored && !item.critical)
  const answers = Object.fromEntries(scored.map(({ id }) => [id, 0]))
  for (const item of measure.items) {
    if (item.critical) answers[item.id] = critical
    if (!item.isScored) answers[item.id] = total > 14 ? 2 : total > 7 ? 1 : 0
  }
  const most = scored.length * 3
  for (let left = Math.min(Math.max(0, total - critical), most); left > 0; ) {
    const { id } = random.pick(scored)
    const value = answers[id] ?? 0
    if (value >= 3) continue
    answers[id] = value + 1
    left -= 1
  }
  return answers
}

/** A plausible score after `weeks` of treatment: most of the change comes in the first two months. */
export const scoreAfter = (
  start: number,
  { weeks, isWorse, random }: { weeks: number; isWorse: boolean; random: Random },
): number => {
  if (isWorse) return Math.min(21, start + 4)
  const left = 0.38 + 0.62 * Math.exp(-weeks / 5)
  return Math.max(1, Math.round(start * left) + random.int(-1, 1))
}

import type { Measure, MeasureAnswers, MeasureItem } from '@/src/domain/measures/types'

export type CriticalItem = {
  itemId: string
  number: number
  value: number
  level: 'urgent' | 'review'
}

export type MeasureScore = {
  isScored: true
  /** Prorated to one decimal when questions were left empty, otherwise equal to `rawSum`. */
  total: number
  rawSum: number
  answered: number
  isProrated: boolean
  band: string | null
  positiveScreen: boolean
  criticalItems: CriticalItem[]
  /** Numbers of the scored questions that were left empty. */
  missing: number[]
  /** Those among them that are critical: an empty item 9 is not a "no". */
  missingCritical: number[]
}

export type MeasureProblem = { itemId: string; message: string }

export type MeasureRefusal = {
  isScored: false
  ruleId: 'R20'
  message: string
  missing: number[]
  problems: MeasureProblem[]
  /** Critical answers count even when the rest cannot be scored (R19 does not wait for R20). */
  criticalItems: CriticalItem[]
}

/**
 * Scores one completed form.
 *
 * Up to `score.missing.maxMissing` empty questions are made up as `sum * items / answered`, kept to
 * one decimal; bands and the cut-off are read on the rounded total (PHQ and GAD-7 manual). More gaps,
 * an answer that is not an option, or an unknown question refuse the form.
 */
export const scoreMeasure = ({
  measure,
  answers,
}: {
  measure: Measure
  answers: MeasureAnswers
}): MeasureScore | MeasureRefusal => {
  const problems = problemsIn({ measure, answers })
  const scored = measure.items.filter((item) => item.isScored)
  const missing = scored.filter((item) => isEmpty(answers[item.id])).map((item) => item.number)
  const criticalItems = criticalItemsIn({ measure, answers })
  const { maxMissing } = measure.score.missing

  if (problems.length > 0 || missing.length > maxMissing) {
    return {
      isScored: false,
      ruleId: 'R20',
      message: problems[0]?.message ?? emptyQuestionsMessage(missing.length),
      missing,
      problems,
      criticalItems,
    }
  }

  const rawSum = scored.reduce((sum, item) => sum + (answers[item.id] ?? 0), 0)
  const answered = scored.length - missing.length
  const isProrated = missing.length > 0
  const total = isProrated ? toOneDecimal((rawSum * scored.length) / answered) : rawSum
  return {
    isScored: true,
    total,
    rawSum,
    answered,
    isProrated,
    band: bandOf({ measure, total }),
    positiveScreen: isPositiveScreen({ measure, total }),
    criticalItems,
    missing,
    missingCritical: measure.items
      .filter((item) => item.critical && isEmpty(answers[item.id]))
      .map((item) => item.number),
  }
}

/** The severity label of a total, read on the rounded value; `null` for instruments without bands. */
export const bandOf = ({ measure, total }: { measure: Measure; total: number }): string | null => {
  const rounded = Math.round(total)
  const band = measure.score.bands?.find(({ from, to }) => rounded >= from && rounded <= to)
  return band?.label ?? null
}

/** Whether a total reaches the instrument's cut-off, read on the rounded value. */
export const isPositiveScreen = ({
  measure,
  total,
}: {
  measure: Measure
  total: number
}): boolean => Math.round(total) >= measure.score.cutoff.gte

/** "1 question is empty." or "2 questions are empty." (R20). */
export const emptyQuestionsMessage = (count: number): string =>
  count === 1 ? '1 question is empty.' : `${count} questions are empty.`

/**
 * Answers of a short form carried to the long one (R45: PHQ-2 to PHQ-9), keyed by the long form's
 * item ids. Questions are the same when their wording is.
 */
export const carryAnswers = ({
  from,
  to,
  answers,
}: {
  from: Measure
  to: Measure
  answers: MeasureAnswers
}): MeasureAnswers => {
  const carried: MeasureAnswers = {}
  for (const target of to.items) {
    const origin = from.items.find((item) => item.text === target.text)
    const value = origin && answers[origin.id]
    if (typeof value === 'number') carried[target.id] = value
  }
  return carried
}

const isEmpty = (value: number | null | undefined): value is null | undefined =>
  value === null || value === undefined

const isOption = ({ item, value }: { item: MeasureItem; value: unknown }): boolean =>
  item.options.some((option) => option.value === value)

const problemsIn = ({
  measure,
  answers,
}: {
  measure: Measure
  answers: MeasureAnswers
}): MeasureProblem[] =>
  Object.entries(answers).flatMap(([itemId, value]) => {
    const item = measure.items.find(({ id }) => id === itemId)
    if (!item) return [{ itemId, message: `${measure.id} has no question "${itemId}".` }]
    if (isEmpty(value) || isOption({ item, value })) return []
    const values = item.options.map((option) => option.value)
    return [
      {
        itemId,
        message: `Question ${item.number} of ${measure.id} takes a whole number from ${Math.min(...values)} to ${Math.max(...values)}.`,
      },
    ]
  })

const criticalItemsIn = ({
  measure,
  answers,
}: {
  measure: Measure
  answers: MeasureAnswers
}): CriticalItem[] =>
  measure.items.flatMap((item) => {
    const value = answers[item.id]
    if (!item.critical || isEmpty(value) || !isOption({ item, value })) return []
    if (value < item.critical.gte) return []
    return [{ itemId: item.id, number: item.number, value, level: item.critical.level }]
  })

const toOneDecimal = (value: number): number => Math.round(value * 10) / 10

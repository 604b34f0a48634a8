import { findMeasure } from '@/src/domain/measures/catalog'
import {
  type CriticalItem,
  type MeasureRefusal,
  type MeasureScore,
  scoreMeasure,
} from '@/src/domain/measures/score'
import type { MeasureAnswers } from '@/src/domain/measures/types'
import type { Row } from '@/src/domain/row'

export type Scored = MeasureScore | MeasureRefusal

/** The score of a questionnaire with its answers in plain; null without answers or definition. */
export const measureScoreOf = (response: Row): Scored | null => {
  const measure = findMeasure(`${response['measureId']}@${response['measureVersion']}`)
  const text = response['answers']
  if (!measure || typeof text !== 'string') return null
  const answers = JSON.parse(text) as MeasureAnswers // written by the submit action alone
  return scoreMeasure({ measure, answers })
}

/** Answers that cannot wait (R19). */
export const urgentItems = (score: Scored): CriticalItem[] =>
  score.criticalItems.filter(({ level }) => level === 'urgent')

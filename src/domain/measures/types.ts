export type MeasureOption = { value: number; label: string; loincAnswer?: string }

export type MeasureItem = {
  id: string
  /** The number printed beside the question, which messages name. */
  number: number
  text: string
  options: MeasureOption[]
  /** False for a question that is asked but adds nothing to the score (PHQ-9 item 10). */
  isScored: boolean
  loinc?: string
  critical?: { gte: number; level: 'urgent' | 'review' }
}

export type MeasureBand = { from: number; to: number; label: string }

/**
 * Change parameters in points of the total. `reliable` is met with "at least"; `caseness` is the
 * score from which a person counts as a case when recovery is judged.
 */
export type MeasureChange = {
  reliable: number
  mcid: number
  responsePct: number
  remissionLte: number
  caseness: number
  source: string
}

export type Measure = {
  id: string
  version: string
  title: string
  licence: {
    tier: 'A-ship' | 'B-text-by-practice' | 'C-licence-only'
    holder: string
    notice: string
    source: string
  }
  informant: ('self' | 'parent' | 'clinician' | 'teacher')[]
  ageMin?: number
  recall: string
  stem: string
  items: MeasureItem[]
  score: {
    min: number
    max: number
    higherIs: 'worse' | 'better'
    missing: { maxMissing: number; method: 'prorate-sum' | 'none' }
    bands?: MeasureBand[]
    cutoff: { gte: number; label: string; source: string }
    change?: MeasureChange
    loinc?: { panel: string; total: string }
  }
  interval: { atIntake: boolean; everySession: boolean; minDays: number }
}

/** Answers by item id. A missing key, `null` and `undefined` all mean "left empty". */
export type MeasureAnswers = Record<string, number | null | undefined>

import type { Measure } from '@/src/domain/measures/types'

export type ChangeCategory =
  | 'recovered'
  | 'reliablyImproved'
  | 'noReliableChange'
  | 'reliablyDeteriorated'
  | 'harmed'
  | 'maintained'

export type MeasureDelta = {
  /** Latest minus first, in points to one decimal; above zero is worse for these instruments. */
  points: number
  category: ChangeCategory
  isReliablyImproved: boolean
  isReliablyDeteriorated: boolean
  /** A drop of at least half (a separate flag from the category). */
  isResponse: boolean
  /** The latest score is below the remission value. */
  isRemission: boolean
  source: string
}

/**
 * Compares a first and a latest total of one instrument.
 *
 * Reliable change is met at exactly the published number of points; "recovered" also needs the cut
 * to be crossed, "harmed" means reliably worse and newly at or above it, and "maintained" is all that
 * can be said of someone who began below it and is not reliably worse. `null` when no change
 * parameters are published for the instrument (PHQ-2, PHQ-8, GAD-2).
 */
export const changeBetween = ({
  measure,
  first,
  latest,
}: {
  measure: Measure
  first: number
  latest: number
}): MeasureDelta | null => {
  const { change } = measure.score
  if (!change) return null

  const points = pointsBetween({ first, latest })
  const isReliablyImproved = -points >= change.reliable
  const isReliablyDeteriorated = points >= change.reliable
  const wasCase = Math.round(first) >= change.caseness
  const isCase = Math.round(latest) >= change.caseness
  return {
    points,
    category: categoryOf({ isReliablyImproved, isReliablyDeteriorated, wasCase, isCase }),
    isReliablyImproved,
    isReliablyDeteriorated,
    isResponse: first > 0 && -points * 100 >= first * change.responsePct,
    isRemission: Math.round(latest) <= change.remissionLte,
    source: change.source,
  }
}

/**
 * Whether a score got worse by at least `threshold` points (R44: PHQ-9 6, GAD-7 4, which are also the
 * defaults here), with the sentence for the clinician. Never true without a threshold.
 */
export const worsened = ({
  measure,
  first,
  latest,
  threshold = measure.score.change?.reliable,
}: {
  measure: Measure
  first: number
  latest: number
  threshold?: number
}): { isWorse: boolean; points: number; message: string | null } => {
  const points = pointsBetween({ first, latest })
  const isWorse = threshold !== undefined && points >= threshold
  return {
    isWorse,
    points,
    message: isWorse ? `Scores are getting worse (+${points}). Review the plan.` : null,
  }
}

/**
 * Whether R44 asks for a clinical review: worse by the threshold, or no reliable gain by session
 * `noGainBySession` while the latest score is still at or above the cut. Someone below the cut has
 * nothing left to gain.
 */
export const needsReview = ({
  measure,
  first,
  latest,
  sessionCount,
  settings,
}: {
  measure: Measure
  first: number
  latest: number
  sessionCount: number
  settings: { worseBy?: number; noGainBySession: number }
}): { isNeeded: boolean; message: string | null } => {
  const worse = worsened({ measure, first, latest, threshold: settings.worseBy })
  if (worse.isWorse) return { isNeeded: true, message: worse.message }

  const { change } = measure.score
  const delta = changeBetween({ measure, first, latest })
  if (!change || !delta) return { isNeeded: false, message: null }
  const isStuck =
    sessionCount >= settings.noGainBySession &&
    !delta.isReliablyImproved &&
    Math.round(latest) >= change.caseness
  if (!isStuck) return { isNeeded: false, message: null }
  return {
    isNeeded: true,
    message: `No reliable gain on the ${measure.id} after ${sessionCount} sessions. Review the plan.`,
  }
}

const pointsBetween = ({ first, latest }: { first: number; latest: number }): number =>
  Math.round((latest - first) * 10) / 10

const categoryOf = ({
  isReliablyImproved,
  isReliablyDeteriorated,
  wasCase,
  isCase,
}: {
  isReliablyImproved: boolean
  isReliablyDeteriorated: boolean
  wasCase: boolean
  isCase: boolean
}): ChangeCategory => {
  if (isReliablyDeteriorated) return !wasCase && isCase ? 'harmed' : 'reliablyDeteriorated'
  if (!wasCase) return 'maintained'
  if (isReliablyImproved) return isCase ? 'reliablyImproved' : 'recovered'
  return 'noReliableChange'
}

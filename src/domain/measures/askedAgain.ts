import type { Measure, MeasureItem } from './types'

type Answers = Readonly<Record<string, number | undefined>>

/**
 * The question that raises an alarm and has no answer, though a later one has: what was said there is not
 * kept for later (R19), so that whoever comes back is asked again. Null where there is none, or where it
 * was passed over in this visit.
 */
export const askedAgain = (
  { items }: Measure,
  answers: Answers,
  skipped: ReadonlySet<string> = new Set(),
): MeasureItem | null =>
  items.find(
    ({ critical, id }, index) =>
      critical &&
      answers[id] === undefined &&
      !skipped.has(id) &&
      items.slice(index + 1).some((later) => answers[later.id] !== undefined),
  ) ?? null

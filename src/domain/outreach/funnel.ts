export type FunnelFact = {
  /** First-touch source; `null` or empty when unknown. */
  source: string | null
  isIntake: boolean
  /** A first session was kept. */
  isKept: boolean
  /** Collected from this person so far. */
  revenueCents: number
}

export const FUNNEL_COLUMNS = ['inquiries', 'intakes', 'keptSessions', 'revenueCents'] as const
export type FunnelColumn = (typeof FUNNEL_COLUMNS)[number]

export type FunnelRow = Record<FunnelColumn, number> & {
  source: string
  /** People behind `revenueCents`. Decides about masking and is never shown to marketing. */
  payers: number
}

export type ExactFunnel = { rows: FunnelRow[]; total: FunnelRow }

/** `null` is a cell that may not be shown. */
export type MaskedRow = Record<FunnelColumn, number | null> & { source: string }
export type MaskedFunnel = { rows: MaskedRow[]; total: MaskedRow; threshold: number }

export const UNKNOWN_SOURCE = 'unknown'

/**
 * Counts inquiries by source: exact figures, for the owner. Stages are nested: whoever paid or kept
 * a session counts in the stages before. Most inquiries first.
 */
export const funnelFrom = (facts: FunnelFact[]): ExactFunnel => {
  const rows = new Map<string, FunnelRow>()
  for (const fact of facts) {
    const source = fact.source?.trim() || UNKNOWN_SOURCE
    rows.set(source, add(rows.get(source) ?? emptyRow(source), rowOf({ fact, source })))
  }
  return exactFunnel([...rows.values()])
}

/** Rows of distinct sources, already counted by the database, with their sum; most inquiries first. */
export const exactFunnel = (rows: readonly FunnelRow[]): ExactFunnel => ({
  rows: [...rows].sort((a, b) => b.inquiries - a.inquiries || (a.source < b.source ? -1 : 1)),
  total: rows.reduce(add, emptyRow('total')),
})

/**
 * The same figures for marketing: no cell that rests on fewer than `threshold` people, zero
 * included, and no total from which one could be worked out by subtraction.
 *
 * - A cell under the threshold is masked, and so are the later stages of its row, which are smaller
 *   still. Revenue rests on the people who paid. Masking depends on a cell alone and never on its
 *   neighbors, so "masked" says nothing more than "fewer than the threshold".
 * - A column without masked cells shows its total. Of the others at most one, the left-most, may:
 *   the total minus what is shown is a cell too, which must itself reach the threshold, rest on at
 *   least two masked cells, and leave each of them more than one possible value. Showing two such
 *   totals would let the nesting of the stages narrow both down, so the rest are withheld.
 *
 * The rows come in alphabetical order, since the exact order would rank the masked ones.
 */
export const maskSmallCells = ({
  rows,
  threshold,
}: {
  rows: FunnelRow[]
  threshold: number
}): MaskedFunnel => {
  if (!Number.isInteger(threshold) || threshold < 2) {
    throw new RangeError('The threshold must be a whole number of at least 2.')
  }
  const masked = [...rows]
    .sort((a, b) => (a.source < b.source ? -1 : 1))
    .map((row) => ({ row, shown: maskRow({ row, threshold }) }))
  const partial = FUNNEL_COLUMNS.filter((column) =>
    masked.some(({ shown }) => shown[column] === null),
  )
  const total: MaskedRow = { source: 'total', ...NOTHING_SHOWN }
  for (const column of FUNNEL_COLUMNS) {
    const hidden = masked.filter(({ shown }) => shown[column] === null).map(({ row }) => row)
    const isShown =
      !partial.includes(column) ||
      (column === partial[0] && isSumSafe({ hidden, column, threshold }))
    if (isShown) total[column] = rows.reduce((sum, row) => sum + row[column], 0)
  }
  if (rows.length === 0)
    return { rows: [], total: { source: 'total', ...NOTHING_SHOWN }, threshold }
  return { rows: masked.map(({ shown }) => shown), total, threshold }
}

const STAGES = ['inquiries', 'intakes', 'keptSessions'] as const

/**
 * The stages of a funnel that can be drawn from what is published: the totals where they are, otherwise the
 * sum of the sources that show every stage. Made of published cells alone, so it tells nothing new.
 */
export const drawnFunnel = ({
  rows,
  total,
}: Pick<MaskedFunnel, 'rows' | 'total'>): { sources: string[] | null; stages: MaskedRow } => {
  const isWhole = (row: MaskedRow): boolean => STAGES.every((stage) => row[stage] !== null)
  const whole = rows.filter(isWhole)
  if (isWhole(total) || !whole.length) return { sources: null, stages: total }
  const stages: MaskedRow = { source: 'total', ...NOTHING_SHOWN }
  for (const stage of STAGES) stages[stage] = whole.reduce((sum, row) => sum + (row[stage] ?? 0), 0)
  return { sources: whole.map(({ source }) => source), stages }
}

const NOTHING_SHOWN: Record<FunnelColumn, null> = {
  inquiries: null,
  intakes: null,
  keptSessions: null,
  revenueCents: null,
}

const emptyRow = (source: string): FunnelRow => ({
  source,
  inquiries: 0,
  intakes: 0,
  keptSessions: 0,
  revenueCents: 0,
  payers: 0,
})

const rowOf = ({ fact, source }: { fact: FunnelFact; source: string }): FunnelRow => {
  const hasPaid = fact.revenueCents !== 0
  const isKept = fact.isKept || hasPaid
  return {
    source,
    inquiries: 1,
    intakes: fact.isIntake || isKept ? 1 : 0,
    keptSessions: isKept ? 1 : 0,
    revenueCents: fact.revenueCents,
    payers: hasPaid ? 1 : 0,
  }
}

const add = (a: FunnelRow, b: FunnelRow): FunnelRow => ({
  source: a.source,
  inquiries: a.inquiries + b.inquiries,
  intakes: a.intakes + b.intakes,
  keptSessions: a.keptSessions + b.keptSessions,
  revenueCents: a.revenueCents + b.revenueCents,
  payers: a.payers + b.payers,
})

/** How many people each column rests on. */
const PEOPLE: Record<FunnelColumn, keyof Omit<FunnelRow, 'source'>> = {
  inquiries: 'inquiries',
  intakes: 'intakes',
  keptSessions: 'keptSessions',
  revenueCents: 'payers',
}

const maskRow = ({ row, threshold }: { row: FunnelRow; threshold: number }): MaskedRow => {
  const shown: MaskedRow = { source: row.source, ...NOTHING_SHOWN }
  for (const column of FUNNEL_COLUMNS) {
    if (row[PEOPLE[column]] < threshold) break
    shown[column] = row[column]
  }
  return shown
}

/**
 * Whether the sum of a column's masked cells may become known. Each holds 0 to `threshold - 1`
 * people, so a sum that reaches the threshold needs two of them, and only one short of all at their
 * highest leaves every cell open. Money has no such bound, and a sum of money over few people would
 * be theirs, so it is never shown.
 */
const isSumSafe = ({
  hidden,
  column,
  threshold,
}: {
  hidden: FunnelRow[]
  column: FunnelColumn
  threshold: number
}): boolean => {
  if (column === 'revenueCents') return false
  const people = hidden.reduce((sum, row) => sum + row[column], 0)
  return people >= threshold && people < hidden.length * (threshold - 1)
}

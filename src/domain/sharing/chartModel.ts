import type { Fact } from '../pdf/writePdf'

/** One record as it is printed. */
export type ChartEntry = {
  title: string
  facts: readonly Fact[]
  texts: readonly Fact[]
  /** Who signed, in the order in which it was signed. */
  signatures: readonly string[]
  isPart2: boolean
}

export type ChartSection = { title: string; entries: readonly ChartEntry[] }

/** What leaves a chart, ready to be printed. */
export type ChartModel = {
  practice: { name: string; address: string; phone: string }
  patient: { name: string; born: string }
  /** Who it is for, what for, on what ground, which days. */
  about: readonly Fact[]
  sections: readonly ChartSection[]
  /** The notice and the copy of the consent that travel with Part 2 records. */
  part2: { notice: string; consent: readonly Fact[]; statements: readonly string[] } | null
}

import { say } from '../lib/say.mjs'

/** What one measurement says. */
export type Line = {
  part: string
  what: string
  unit: string
  ours: number
  /** What it is held against, in the same unit. */
  against?: number
  ratio?: number
  /** What the ratio, or the figure where there is none, should be. */
  wanted?: string
}

export type Tell = (line: string) => void

const figure = (value: number | undefined): string => {
  if (value === undefined) return ''
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}

const row = (cells: readonly string[]): string => {
  const [what = '', ours = '', against = '', ratio = '', unit = '', wanted = ''] = cells
  return `${what.padEnd(52)} ${ours.padStart(10)} ${against.padStart(10)} ${ratio.padStart(6)}  ${unit.padEnd(12)} ${wanted}`.trimEnd()
}

export const printLines = (lines: readonly Line[]): void => {
  for (const part of new Set(lines.map((line) => line.part))) {
    say()
    say(row([part, 'ours', 'against', 'ratio', 'unit', 'wanted']))
    for (const line of lines.filter((each) => each.part === part)) {
      const { what, ours, against, ratio, unit, wanted = '' } = line
      say(row([what, figure(ours), figure(against), figure(ratio), unit, wanted]))
    }
  }
}

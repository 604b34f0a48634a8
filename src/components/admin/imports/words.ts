import type { Tone } from '../ui/Chip'

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`

export const linesInWords = (number: number): string => count(number, 'line', 'lines')

const busyWords: Readonly<Record<string, string>> = {
  reading: 'The file is read',
  checking: 'Every line is checked',
  starting: 'Every line is checked once more',
  writing: 'Records are made',
  undoing: 'The import is taken back',
}

export const busyWordsOf = (status: string): string | null => busyWords[status] ?? null

/** How an import stands, as a chip. */
export const lookOfRun = (status: string, problems: number): { words: string; tone: Tone } => {
  if (status === 'uploaded') return { words: 'Choose columns', tone: 'warn' }
  if (status === 'checked')
    return problems
      ? { words: `${linesInWords(problems)} to mend`, tone: 'bad' }
      : { words: 'Ready to start', tone: 'ok' }
  if (status === 'done') return { words: 'Imported', tone: 'ok' }
  if (status === 'undone') return { words: 'Taken back', tone: 'plain' }
  if (status === 'stopped') return { words: 'Stands still', tone: 'warn' }
  if (status === 'discarded') return { words: 'Discarded', tone: 'plain' }
  return { words: busyWords[status] ?? status, tone: 'info' }
}

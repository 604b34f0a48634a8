import { countOf } from '@/src/domain/countOf'
import type { Tone } from '../ui/Chip'

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
      ? { words: `${countOf(problems, 'line')} to mend`, tone: 'bad' }
      : { words: 'Ready to start', tone: 'ok' }
  if (status === 'done') return { words: 'Imported', tone: 'ok' }
  if (status === 'undone') return { words: 'Taken back', tone: 'plain' }
  if (status === 'stopped') return { words: 'Stands still', tone: 'warn' }
  if (status === 'discarded') return { words: 'Discarded', tone: 'plain' }
  return { words: busyWords[status] ?? status, tone: 'info' }
}

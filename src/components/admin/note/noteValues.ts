import { NOTE_FIELDS } from '@/src/domain/records/noteFormats'
import { type Row, textIn } from '../page/read'

const more = [
  'format',
  'techniqueTags',
  'objectiveKeys',
  'diagnosisIds',
  'riskStatus',
  'riskLine',
  'contactKind',
  'contactWith',
] as const

/** What the editor of a note changes, as text. */
export const noteValues = (note: Row): Record<string, string> =>
  Object.fromEntries([...NOTE_FIELDS, ...more].map((name) => [name, textIn(note, name)]))

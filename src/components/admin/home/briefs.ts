import type { PayloadRequest } from 'payload'
import { type Row, readRows, refIn, textIn } from '../page/read'

export type Brief = {
  lastFocus: string
  objective: string
  /** "PHQ-9 16, down from 21" */
  score: string
  direction: 'up' | 'down' | 'same' | null
}

const newest = (rows: readonly Row[], patient: string): Row | undefined =>
  rows.find((row) => refIn(row, 'patient') === patient)

const scoreOf = (rows: readonly Row[], patient: string): Pick<Brief, 'score' | 'direction'> => {
  const [last, ...earlier] = rows.filter(
    (row) => refIn(row, 'patient') === patient && typeof row['total'] === 'number',
  )
  if (!last) return { score: '', direction: null }
  const measure = textIn(last, 'measureId')
  const total = Number(last['total'])
  const before = earlier.find((row) => textIn(row, 'measureId') === measure)
  const text = `${measure} ${total}${textIn(last, 'band') ? ` (${textIn(last, 'band').toLowerCase()})` : ''}`
  if (!before) return { score: text, direction: null }
  const was = Number(before['total'])
  if (was === total) return { score: `${text}, same as before`, direction: 'same' }
  return {
    score: `${text}, ${total > was ? 'up' : 'down'} from ${was}`,
    direction: total > was ? 'up' : 'down',
  }
}

/** What the last session was about; a focus that only repeats the objective gives way to what was agreed on. */
const lastFocusOf = (note: Row | undefined, objective: string): string =>
  ['focus', 'homework', 'intervention', 'plan']
    .map((name) => textIn(note, name))
    .find((text) => text && text !== objective) ?? ''

const clipped = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 117).trimEnd()}…` : text

/** Three lines about each patient for the minute before the session; three queries for all of them. */
export const readBriefs = async (
  req: PayloadRequest,
  patients: readonly string[],
): Promise<Map<string, Brief>> => {
  if (!patients.length) return new Map()
  const about = { patient: { in: [...patients] } }
  const [notes, objectives, scores] = await Promise.all([
    readRows(req, 'progress-notes', {
      where: { and: [about, { status: { not_equals: 'voided' } }] },
      sort: '-serviceDate',
      limit: 100,
    }),
    readRows(req, 'plan-objectives', {
      where: { and: [about, { status: { in: ['new', 'in-progress', 'revised'] } }] },
      sort: 'order',
      limit: 200,
    }),
    readRows(req, 'measure-responses', {
      where: { and: [about, { status: { equals: 'submitted' } }] },
      sort: '-submittedAt',
      limit: 200,
    }),
  ])
  return new Map(
    patients.map((patient) => {
      const note = newest(notes, patient)
      const objective = textIn(newest(objectives, patient), 'text')
      return [
        patient,
        {
          lastFocus: clipped(lastFocusOf(note, objective)),
          objective: clipped(objective),
          ...scoreOf(scores, patient),
        },
      ]
    }),
  )
}

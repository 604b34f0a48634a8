import type { PayloadRequest } from 'payload'
import { NOTE_FIELD_LABELS, NOTE_FIELDS } from '@/src/domain/records/noteFormats'
import { OPEN_OBJECTIVE_STATUSES } from '@/src/domain/records/noteReadiness'
import { spellDay } from '../fields/spellDay'
import { type Row, readRows, refIn, textIn } from '../page/read'

export type NoteContext = {
  objectives: { value: string; label: string; hint?: string }[]
  diagnoses: { value: string; label: string }[]
  lastNote: { day: string; parts: { label: string; text: string }[] } | null
  scores: { label: string; total: number; day: string }[]
  session: { minutes: number | null; serviceCode: string; tags: string } | null
}

const objectiveOption = (row: Row) => ({
  value: textIn(row, 'key'),
  label: textIn(row, 'text') || 'Objective without words',
  hint: textIn(row, 'targetDate') ? `by ${spellDay(textIn(row, 'targetDate'))}` : undefined,
})

const lastNoteOf = (row: Row | undefined): NoteContext['lastNote'] =>
  row
    ? {
        day: spellDay(textIn(row, 'serviceDate')),
        parts: NOTE_FIELDS.flatMap((name) =>
          textIn(row, name) ? [{ label: NOTE_FIELD_LABELS[name], text: textIn(row, name) }] : [],
        ),
      }
    : null

/** Everything that stands beside a note while it is written; five queries. */
export const readNoteContext = async (req: PayloadRequest, note: Row): Promise<NoteContext> => {
  const patient = refIn(note, 'patient')
  const plan = refIn(note, 'treatmentPlan')
  const of = { patient: { equals: patient } }
  const [objectives, diagnoses, notes, scores, sessions] = await Promise.all([
    plan
      ? readRows(req, 'plan-objectives', {
          where: {
            and: [{ plan: { equals: plan } }, { status: { in: [...OPEN_OBJECTIVE_STATUSES] } }],
          },
          sort: 'order',
          limit: 100,
        })
      : [],
    readRows(req, 'diagnoses', {
      where: { and: [of, { status: { in: ['provisional', 'active'] } }] },
      sort: 'rank',
      limit: 50,
    }),
    readRows(req, 'progress-notes', {
      where: {
        and: [of, { id: { not_equals: note.id } }, { status: { in: ['signed', 'pendingCosign'] } }],
      },
      sort: '-serviceDate',
      limit: 1,
    }),
    readRows(req, 'measure-responses', {
      where: { and: [of, { status: { equals: 'submitted' } }] },
      sort: '-submittedAt',
      limit: 6,
    }),
    readRows(req, 'sessions', { where: { id: { equals: refIn(note, 'session') } }, limit: 1 }),
  ])
  const [session] = sessions
  return {
    objectives: objectives.map(objectiveOption),
    diagnoses: diagnoses.map((row) => ({
      value: row.id,
      label: `${textIn(row, 'code')} ${textIn(row, 'description')}`.trim(),
    })),
    lastNote: lastNoteOf(notes[0]),
    scores: scores
      .filter((row) => typeof row['total'] === 'number')
      .map((row) => ({
        label: `${textIn(row, 'measureId')}${textIn(row, 'band') ? `, ${textIn(row, 'band').toLowerCase()}` : ''}`,
        total: Number(row['total']),
        day: spellDay(textIn(row, 'submittedAt').slice(0, 10)),
      })),
    session: session
      ? {
          minutes: typeof session['minutes'] === 'number' ? session['minutes'] : null,
          serviceCode: textIn(session, 'serviceCode'),
          tags: textIn(session, 'techniqueTags'),
        }
      : null,
  }
}

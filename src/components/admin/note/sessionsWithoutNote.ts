import type { PayloadRequest, Where } from 'payload'
import { type Row, readRows, refIn } from '../page/read'

type Wish = { clinician?: string; patient?: string }

const conditionOf = ({ clinician, patient }: Wish): Where[] => [
  ...(clinician ? [{ clinician: { equals: clinician } }] : []),
  ...(patient ? [{ patient: { equals: patient } }] : []),
]

/** Completed sessions that nobody has begun to write about, oldest first; three queries. */
export const sessionsWithoutNote = async (req: PayloadRequest, wish: Wish): Promise<Row[]> => {
  const sessions = await readRows(req, 'sessions', {
    where: { and: [...conditionOf(wish), { status: { equals: 'completed' } }] },
    sort: '-serviceDate',
    limit: 300,
    select: ['patient', 'serviceDate', 'startedAt', 'endedAt', 'isIntake', 'appointment'],
  })
  if (!sessions.length) return []
  const ids = sessions.map(({ id }) => id)
  const patients = [...new Set(sessions.map((row) => refIn(row, 'patient')))]
  const [notes, assessments] = await Promise.all([
    readRows(req, 'progress-notes', {
      where: { and: [{ session: { in: ids } }, { status: { not_equals: 'voided' } }] },
      limit: ids.length,
      select: ['session', 'patient'],
    }),
    readRows(req, 'intake-assessments', {
      where: {
        and: [
          { patient: { in: patients } },
          { status: { in: ['draft', 'signed', 'pendingCosign', 'returned'] } },
        ],
      },
      limit: 500,
      select: ['patient', 'status'],
    }),
  ])
  const noted = new Set(notes.map((row) => refIn(row, 'session')))
  const assessed = new Set(assessments.map((row) => refIn(row, 'patient')))
  return sessions
    .filter((row) =>
      row['isIntake'] === true ? !assessed.has(refIn(row, 'patient')) : !noted.has(row.id),
    )
    .reverse()
}

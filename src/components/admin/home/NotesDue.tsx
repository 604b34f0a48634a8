import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/principal'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { SignSeveral } from '../note/SignSeveral'
import { StartNote } from '../note/StartNote'
import { sessionsWithoutNote } from '../note/sessionsWithoutNote'
import { daysOld } from '../page/ages'
import { namesOf, numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'

const oldText = (days: number): string =>
  days === 0 ? 'today' : days === 1 ? '1 day old' : `${days} days old`

const endOf = (session: Row): string => textIn(session, 'endedAt') || textIn(session, 'startedAt')

/** Sessions without a note, and notes that are not signed yet; the oldest first. */
export const NotesDue = async ({ req }: { req: PayloadRequest }) => {
  const me = actorOf(req).id ?? ''
  const [sessions, notes] = await Promise.all([
    sessionsWithoutNote(req, { clinician: me }),
    readRows(req, 'progress-notes', {
      where: { and: [{ author: { equals: me } }, { status: { in: ['draft', 'returned'] } }] },
      sort: 'serviceDate',
      limit: 50,
    }),
  ])
  const names = await namesOf(req, {
    slug: 'patients',
    column: 'patient',
    rows: [...sessions, ...notes],
    name: 'displayName',
  })
  return (
    <Card
      aside={
        notes.length > 1 ? (
          <SignSeveral
            notes={notes.map((note) => ({
              id: note.id,
              rev: numberIn(note, 'rev'),
              title: `${names.get(refIn(note, 'patient')) ?? 'Note'}, ${spellDay(textIn(note, 'serviceDate') || practiceToday())}`,
            }))}
          />
        ) : null
      }
      count={sessions.length + notes.length}
      title="Notes due"
    >
      {sessions.length + notes.length === 0 ? (
        <Empty>No notes due. The next one is due when a session ends.</Empty>
      ) : null}
      <ul className="ops-queue">
        {sessions.map((session) => (
          <li key={session.id}>
            <div className="ops-queue__what">
              <a href={`/admin/patient/${refIn(session, 'patient')}`}>
                {names.get(refIn(session, 'patient'))}
              </a>
              <span className="ops-small ops-muted">
                {session['isIntake'] === true ? 'Intake' : 'Session'}{' '}
                {spellDay(textIn(session, 'serviceDate'))}, {oldText(daysOld(endOf(session)))}
              </span>
            </div>
            <StartNote
              isIntake={session['isIntake'] === true}
              patient={refIn(session, 'patient')}
              session={session.id}
            />
          </li>
        ))}
        {notes.map((note) => (
          <li key={note.id}>
            <div className="ops-queue__what">
              <a href={`/admin/note/${note.id}`}>{names.get(refIn(note, 'patient')) ?? 'Note'}</a>
              <span className="ops-small ops-muted">
                Written for {spellDay(textIn(note, 'serviceDate') || practiceToday())}
              </span>
            </div>
            <StateChip state={textIn(note, 'status')} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { StartContact } from '../note/StartContact'
import { StartNote } from '../note/StartNote'
import { sessionsWithoutNote } from '../note/sessionsWithoutNote'
import { namesOf, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'
import { PsychotherapyNotes } from './PsychotherapyNotes'

type Props = { req: PayloadRequest; id: string }

/** All notes about the patient, newest first, and the sessions that still lack one. */
export const NotesSection = async ({ req, id }: Props) => {
  const mayWrite = isGranted(req, 'progress-notes', 'create')
  const [notes, owed] = await Promise.all([
    readRows(req, 'progress-notes', {
      where: { patient: { equals: id } },
      sort: '-serviceDate',
      limit: 200,
    }),
    mayWrite ? sessionsWithoutNote(req, { patient: id }) : [],
  ])
  const authors = await namesOf(req, { slug: 'staff', column: 'author', rows: notes, name: 'name' })
  return (
    <>
      {owed.length ? (
        <Card count={owed.length} title="Sessions without a note">
          <ul className="ops-queue">
            {owed.map((session) => (
              <li key={session.id}>
                <span>{spellDay(textIn(session, 'serviceDate'))}</span>
                <StartNote
                  isIntake={session['isIntake'] === true}
                  isPrimary
                  patient={id}
                  session={session.id}
                />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card
        aside={mayWrite ? <StartContact patient={id} /> : null}
        count={notes.length}
        title="Progress notes"
      >
        {notes.length === 0 ? <Empty>No note yet. One is due after every session.</Empty> : null}
        <ul className="ops-queue">
          {notes.map((note) => (
            <li key={note.id}>
              <div className="ops-queue__what">
                <a href={`/admin/note/${note.id}`}>
                  {spellDay(textIn(note, 'serviceDate') || practiceToday())}
                  {textIn(note, 'kind') === 'contact' ? ', contact' : ''}
                </a>
                <span className="ops-small ops-muted">{authors.get(refIn(note, 'author'))}</span>
              </div>
              <span className="ops-row">
                {note['isLateEntry'] === true ? <Chip tone="warn">Late entry</Chip> : null}
                {note['isShared'] === true ? (
                  <Chip icon="person" tone="info">
                    Shared
                  </Chip>
                ) : null}
                <StateChip state={textIn(note, 'status')} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <PsychotherapyNotes id={id} req={req} />
    </>
  )
}

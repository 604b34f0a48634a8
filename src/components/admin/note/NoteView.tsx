import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { spellDay } from '../fields/spellDay'
import { AdminPage } from '../page/AdminPage'
import { segmentIn } from '../page/params'
import { readRows, refIn, textIn } from '../page/read'
import { PersonHeader } from '../patient/PersonHeader'
import { Empty } from '../ui/Empty'
import { NoteEditor } from './NoteEditor'
import { NoteReading } from './NoteReading'
import { noteValues } from './noteValues'
import { readNoteContext } from './readNoteContext'

const open = ['draft', 'returned']

const Note = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const [note] = await readRows(req, 'progress-notes', { where: { id: { equals: id } }, limit: 1 })
  if (!note) return <Empty>This note is not there, or it is not yours to read.</Empty>
  const patient = refIn(note, 'patient')
  const isMine = refIn(note, 'author') === (req.user?.id ?? '')
  const context = await readNoteContext(req, note)
  const day = spellDay(textIn(note, 'serviceDate'))
  return (
    <>
      <PersonHeader id={patient} req={req} />
      {isMine && open.includes(textIn(note, 'status')) ? (
        <NoteEditor
          context={context}
          day={day}
          id={id}
          kind={textIn(note, 'kind')}
          rev={Number(note['rev'] ?? 0)}
          returnComment={textIn(note, 'returnComment')}
          values={noteValues(note)}
        />
      ) : (
        <NoteReading context={context} note={note} req={req} />
      )}
    </>
  )
}

/** /admin/note/:id: writing on the left, what one needs beside it on the right; a signed note to read. */
export const NoteView = (view: AdminViewServerProps) => {
  const id = segmentIn(view.params, 1)
  return (
    <AdminPage
      needs={{ slug: 'progress-notes', verb: 'read' }}
      path={`/admin/note/${id}`}
      title="Progress note"
      view={view}
    >
      {() => <Note id={id} req={view.initPageResult.req} />}
    </AdminPage>
  )
}

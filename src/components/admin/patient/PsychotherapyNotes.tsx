import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { readRows, textIn } from '../page/read'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'

const fields = [
  {
    name: 'text',
    label: 'Note to yourself',
    type: 'textarea',
    isRequired: true,
    help: 'For your eyes alone. No diagnosis, plan, times or scores: those belong in the progress note.',
  },
] as const

/** The author's own process notes. Nobody else has this card at all. */
export const PsychotherapyNotes = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  if (!isGranted(req, 'psychotherapy-notes', 'create')) return null
  const notes = await readRows(req, 'psychotherapy-notes', {
    where: { and: [{ patient: { equals: id } }, { status: { not_equals: 'voided' } }] },
    limit: 50,
  })
  return (
    <Card
      aside={
        <RecordButton
          fields={fields}
          label="Add"
          about="a psychotherapy note"
          preset={{ patient: id }}
          slug="psychotherapy-notes"
          title="Psychotherapy note"
        />
      }
      count={notes.length}
      title="Your psychotherapy notes"
    >
      {notes.length === 0 ? (
        <Empty>None. They are kept apart from the chart, under a key of their own.</Empty>
      ) : null}
      <ul className="ops-queue">
        {notes.map((note) => (
          <li key={note.id}>
            <div className="ops-queue__what">
              <p className="ops-pre">{textIn(note, 'text')}</p>
              <span className="ops-small ops-muted">
                {textIn(note, 'writtenAt')
                  ? formatDateTime({ instant: textIn(note, 'writtenAt'), zone: practiceZone() })
                  : ''}
              </span>
            </div>
            <RecordButton
              about="this note"
              fields={fields}
              id={note.id}
              label="Change"
              rev={Number(note['rev'] ?? 0)}
              slug="psychotherapy-notes"
              title="Psychotherapy note"
              values={{ text: textIn(note, 'text') }}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

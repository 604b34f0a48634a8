import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { NOTE_FORMATS, readableNote } from '@/src/domain/records/noteFormats'
import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { describeTechniques } from '@/src/domain/treatment/techniques'
import { practiceZone } from '@/src/lib/practiceZone'
import { RecordActions } from '../actions/RecordActions'
import { spellDay } from '../fields/spellDay'
import { type Row, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { StateChip } from '../ui/StateChip'
import { AddAddendum } from './AddAddendum'
import { noteValues } from './noteValues'
import type { NoteContext } from './readNoteContext'

const Signatures = ({ note }: { note: Row }) => {
  const zone = textIn(note, 'zone') || practiceZone()
  const lines = [
    {
      who: textIn(note, 'signerName'),
      credential: textIn(note, 'signerCredential'),
      at: textIn(note, 'signedAt'),
      what: 'Signed',
    },
    {
      who: textIn(note, 'cosignerName'),
      credential: textIn(note, 'cosignerCredential'),
      at: textIn(note, 'cosignedAt'),
      what: 'Co-signed',
    },
  ].filter(({ at }) => at)
  return (
    <>
      {lines.map(({ who, credential, at, what }) => (
        <p className="ops-small" key={what}>
          {what} by {[who, credential].filter(Boolean).join(', ') || 'the clinician'} on{' '}
          {formatFullDateTime({ instant: at, zone })}
        </p>
      ))}
    </>
  )
}

const Addenda = async ({ req, note }: { req: PayloadRequest; note: Row }) => {
  const addenda = await readRows(req, 'addenda', {
    where: { note: { equals: note.id } },
    sort: 'number',
    limit: 50,
  })
  return (
    <>
      {addenda.map((row) => (
        <Card
          aside={<StateChip state={textIn(row, 'status')} />}
          key={row.id}
          title={`Addendum ${textIn(row, 'number')}`}
        >
          <p className="ops-pre">{textIn(row, 'text')}</p>
          <Signatures note={row} />
          <div className="ops-row">
            <RecordActions id={row.id} slug="addenda" />
          </div>
        </Card>
      ))}
    </>
  )
}

type Props = { req: PayloadRequest; note: Row; context: NoteContext }

/** A note that nobody types in any more: its text, who signed it when, what was added, what can be done. */
export const NoteReading = ({ req, note, context }: Props) => {
  const known = textIn(note, 'format')
  const format = NOTE_FORMATS.find((each) => each === known) ?? 'DAP'
  const diagnoses = context.diagnoses.filter(({ value }) =>
    textIn(note, 'diagnosisIds').includes(value),
  )
  const tags = textIn(note, 'techniqueTags').split(/\s+/).filter(Boolean)
  const waits = textIn(note, 'status') === 'pendingCosign'
  const mayAdd = note['isFinal'] === true && isGranted(req, 'addenda', 'create')
  return (
    <div className="ops-columns ops-columns--acting">
      <div className="ops-stack">
        <Card
          aside={
            <span className="ops-row">
              {textIn(note, 'lateLabel') ? (
                <Chip tone="warn">{textIn(note, 'lateLabel')}</Chip>
              ) : null}
              {note['isShared'] === true ? (
                <Chip icon="person" tone="info">
                  Shared with the patient
                </Chip>
              ) : null}
              <StateChip state={textIn(note, 'status')} />
            </span>
          }
          title={`${known} note, ${spellDay(textIn(note, 'serviceDate'))}`}
        >
          {readableNote({ format, note: noteValues(note) }).map((section) => (
            <section aria-label={section.title} className="ops-stack" key={section.key}>
              <h3 className="ops-note-section">{section.title}</h3>
              <dl className="ops-facts">
                {section.parts.map(({ field, label, text }) => (
                  <div key={field}>
                    <dt>{label}</dt>
                    <dd className="ops-pre">{text}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <Signatures note={note} />
        </Card>
        <Addenda note={note} req={req} />
        {mayAdd ? <AddAddendum note={note.id} /> : null}
      </div>
      <div className="ops-stack">
        <div className={waits ? 'ops-acts' : undefined}>
          <Card title="What can be done">
            <div className="ops-row">
              <RecordActions
                id={note.id}
                inSight={waits ? 2 : undefined}
                rev={Number(note['rev'] ?? 0)}
                slug="progress-notes"
              />
            </div>
            {note['isFinal'] === true ? (
              <p className="ops-small ops-muted">
                Signed text stays as it is. Corrections are added as an addendum.
              </p>
            ) : null}
          </Card>
        </div>
        <Card title="Linked">
          <dl className="ops-facts">
            <div>
              <dt>Techniques</dt>
              <dd>{tags.length ? describeTechniques(tags) : 'None tagged'}</dd>
            </div>
            <div>
              <dt>Diagnoses</dt>
              <dd>{diagnoses.map(({ label }) => label).join('; ') || 'None linked'}</dd>
            </div>
            <div>
              <dt>Session</dt>
              <dd className="ops-number">
                {textIn(note, 'minutes') ? `${textIn(note, 'minutes')} minutes` : 'No session'}
                {textIn(note, 'serviceCode') ? ` · ${textIn(note, 'serviceCode')}` : ''}
              </dd>
            </div>
          </dl>
        </Card>
      </div>
    </div>
  )
}

import { Card } from '../ui/Card'
import type { NoteContext } from './readNoteContext'

/** The session's facts, the last scores and the last note, beside the one being written. */
export const NoteBeside = ({ context }: { context: NoteContext }) => {
  const { session, scores, lastNote } = context
  return (
    <>
      {session ? (
        <Card title="Session">
          <p className="ops-number">
            {session.minutes === null ? 'Still running' : `${session.minutes} minutes`}
            {session.serviceCode ? ` · ${session.serviceCode}` : ''}
          </p>
        </Card>
      ) : null}
      {scores.length ? (
        <Card title="Last scores">
          <ul className="ops-plain-list">
            {scores.map((score) => (
              <li className="ops-row ops-row--between" key={`${score.label}${score.day}`}>
                <span>
                  {score.label} <span className="ops-small ops-muted">{score.day}</span>
                </span>
                <strong className="ops-number">{score.total}</strong>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {lastNote ? (
        <Card title={`Last note, ${lastNote.day}`}>
          <dl className="ops-facts">
            {lastNote.parts.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="ops-pre">{text}</dd>
              </div>
            ))}
          </dl>
        </Card>
      ) : null}
    </>
  )
}

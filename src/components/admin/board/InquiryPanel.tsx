import type { PayloadRequest } from 'payload'
import { assessTriage } from '@/src/domain/intake/triage'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Findings } from '../ui/Findings'
import { StateChip } from '../ui/StateChip'
import { Duplicates } from './Duplicates'
import { InquiryFacts } from './InquiryFacts'
import { Matches } from './Matches'
import { TriageButton } from './TriageButton'
import { answersIn } from './triageAnswers'

const others = ['waitlist', 'link', 'decline', 'close'] as const

const Triage = ({ row }: { row: Row }) => {
  const answers = answersIn(textIn(row, 'triageAnswers'))
  if (!answers) return null
  const { tier, flags } = assessTriage(answers)
  return (
    <div className="ops-stack">
      <p className="ops-row">
        <strong>Triage:</strong> <StateChip state={tier} />
        {textIn(row, 'waitTold') ? (
          <span className="ops-muted">Told to wait {textIn(row, 'waitTold')}</span>
        ) : null}
      </p>
      {flags.length ? (
        <ul className="ops-plain-list">
          {flags.map((flag) => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const Outcome = ({ row, clinician }: { row: Row; clinician: string }) => {
  const startsAt = textIn(row, 'intakeStartsAt')
  if (textIn(row, 'status') !== 'intakeBooked' || !startsAt) return null
  const zone = textIn(row, 'intakeZone') || practiceZone()
  return (
    <Findings
      findings={[
        {
          message: `${formatDateTime({ instant: startsAt, zone })} with ${clinician || 'a clinician'}. The papers and the portal invitation went out.`,
          fixUrl: refIn(row, 'patient') ? `/admin/patient/${refIn(row, 'patient')}` : undefined,
        },
      ]}
      title="Intake booked"
      tone="info"
    />
  )
}

/** One inquiry: who it is, what they need, who fits, and the next step. */
export const InquiryPanel = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const [row] = await readRows(req, 'inquiries', { where: { id: { equals: id } }, limit: 1 })
  if (!row) return <Empty>This inquiry is not there any more. Choose another one.</Empty>
  const clinicians = await namesOf(req, {
    slug: 'staff',
    column: 'matchedClinician',
    rows: [row],
    name: 'name',
  })
  const triage = offered(req, { slug: 'inquiries', name: 'triage', record: row })
  const book = offered(req, { slug: 'inquiries', name: 'book-intake', record: row })
  const target = { slug: 'inquiries', id, rev: Number(row['rev'] ?? 0) || null }
  const name = `${textIn(row, 'chosenName')} ${textIn(row, 'lastName')}`.trim()
  return (
    <article aria-label={name} className="ops-card ops-board__panel">
      <div className="ops-row ops-row--between">
        <h2 className="ops-board__title">{name}</h2>
        <span className="ops-row">
          {row['mustActToday'] === true ? <Chip tone="bad">Cannot wait</Chip> : null}
          <StateChip state={textIn(row, 'status')} />
        </span>
      </div>
      <div className="ops-row">
        {triage?.isPossible ? (
          <TriageButton
            action={triage}
            answers={answersIn(textIn(row, 'triageAnswers')) ?? {}}
            isPrimary={textIn(row, 'status') === 'new'}
            name={name}
            target={target}
          />
        ) : null}
        {others.map((each) => {
          const action = offered(req, { slug: 'inquiries', name: each, record: row })
          return action?.isPossible ? (
            <ActionButton about={name} action={action} key={each} target={target} />
          ) : null
        })}
        <a className="ops-button" href={`/admin/collections/inquiries/${id}`}>
          Edit details
        </a>
      </div>
      <Outcome clinician={clinicians.get(refIn(row, 'matchedClinician')) ?? ''} row={row} />
      <Duplicates id={id} isLinked={Boolean(refIn(row, 'patient'))} req={req} />
      <InquiryFacts req={req} row={row} />
      <Triage row={row} />
      {book?.isPossible ? <Matches action={book} inquiry={row} req={req} target={target} /> : null}
    </article>
  )
}

import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { formatDate } from '@/src/domain/calendarDate'
import { amendableClasses } from '@/src/domain/sharing/amendments'
import { labelIn } from '@/src/domain/sharing/codes'
import { daysLeftWords } from '@/src/domain/sharing/requests'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { AdminPage } from '../page/AdminPage'
import { numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip, type Tone } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'

const verbs = ['accept', 'deny', 'extend', 'withdraw'] as const

type Names = ReadonlyMap<string, string>

/** Who acts for a patient, by patient and portal account. */
const askerKey = (patient: string, account: string): string => `${patient}|${account}`

const toneOf = (dueOn: string, today: string): Tone => {
  if (dueOn < today) return 'bad'
  return dueOn === today ? 'warn' : 'info'
}

const Told = ({ label, text }: { label: string; text: string }) =>
  text ? (
    <span className="ops-small">
      <span className="ops-muted">{label}:</span> {text}
    </span>
  ) : null

type RequestProps = { req: PayloadRequest; row: Row; patients: Names; askers: Names }

const Request = ({ req, row, patients, askers }: RequestProps) => {
  const patient = refIn(row, 'patient')
  const name = patients.get(patient) ?? 'A patient'
  const isOpen = textIn(row, 'status') === 'open'
  const dueOn = textIn(row, 'dueOn')
  const note = refIn(row, 'note')
  const account = refIn(row, 'portalUser')
  const asker = account ? (askers.get(askerKey(patient, account)) ?? 'somebody') : ''
  return (
    <li>
      <div className="ops-queue__what">
        <a href={`/admin/patient/${patient}`}>{name}</a>
        <span className="ops-small ops-muted">
          {labelIn(amendableClasses, row['about'])}, received{' '}
          {formatDate(textIn(row, 'receivedOn'))}
          {row['extendedAt'] ? ', extended once' : ''}
          {note ? '; its author has a task to look at it' : ''}
        </span>
        {asker ? (
          <span className="ops-small">
            Asked by {asker}, who acts for the patient and reads the answer: nothing in it about
            care that is not theirs to see.
          </span>
        ) : null}
        <Told label="Wrong or missing" text={textIn(row, 'wrong')} />
        <Told label="Should say" text={textIn(row, 'wish')} />
        <Told label="Tell" text={textIn(row, 'toTell')} />
        <Told label="Done" text={textIn(row, 'answer')} />
        <Told label="Denied" text={textIn(row, 'denialReason')} />
        <Told
          label={asker ? `${asker} disagrees` : 'The patient disagrees'}
          text={textIn(row, 'statement')}
        />
      </div>
      <span className="ops-row">
        {isOpen ? (
          <Chip tone={toneOf(dueOn, practiceToday())}>{daysLeftWords(dueOn, practiceToday())}</Chip>
        ) : (
          <StateChip state={textIn(row, 'status')} />
        )}
        {(isOpen ? verbs : (['disagree'] as const)).map((verb) => {
          const action = offered(req, { slug: 'amendment-requests', name: verb, record: row })
          return action?.isPossible ? (
            <ActionButton
              about={name}
              action={action}
              isPrimary={verb === 'accept'}
              key={verb}
              label={verb === 'disagree' ? 'Enter their statement' : undefined}
              target={{ slug: 'amendment-requests', id: row.id, rev: numberIn(row, 'rev') }}
            />
          ) : null
        })}
      </span>
    </li>
  )
}

const Queue = async ({ req }: { req: PayloadRequest }) => {
  const [open, closed] = await Promise.all([
    readRows(req, 'amendment-requests', {
      where: { status: { equals: 'open' } },
      sort: 'dueOn',
      limit: 100,
    }),
    readRows(req, 'amendment-requests', {
      where: { status: { not_equals: 'open' } },
      sort: '-closedAt',
      limit: 30,
    }),
  ])
  const patients = await namesById(req, {
    slug: 'patients',
    column: 'displayName',
    ids: [...open, ...closed].map((row) => refIn(row, 'patient')),
  })
  const accounts = [...open, ...closed].map((row) => refIn(row, 'portalUser')).filter(Boolean)
  const proxies = accounts.length
    ? await readRows(req, 'proxies', { where: { portalUser: { in: accounts } }, limit: 200 })
    : []
  const askers = new Map(
    proxies.map((row) => [
      askerKey(refIn(row, 'patient'), refIn(row, 'portalUser')),
      textIn(row, 'name'),
    ]),
  )
  return (
    <div className="ops-stack">
      <Card count={open.length} title="To be answered">
        {open.length ? null : (
          <Empty>
            Nobody waits for an answer. Patients ask in the portal; letters are entered here.
          </Empty>
        )}
        <ul className="ops-queue">
          {open.map((row) => (
            <Request askers={askers} key={row.id} patients={patients} req={req} row={row} />
          ))}
        </ul>
      </Card>
      {closed.length ? (
        <Card count={closed.length} title="Answered">
          <ul className="ops-queue">
            {closed.map((row) => (
              <Request askers={askers} key={row.id} patients={patients} req={req} row={row} />
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  )
}

const Enter = ({ req }: { req: PayloadRequest }) => {
  const enter = offered(req, { slug: 'amendment-requests', name: 'enter' })
  return enter ? (
    <ActionButton action={enter} target={{ slug: 'amendment-requests', id: null }} />
  ) : null
}

/** /admin/amendments: who asks to change their record, and until when they have an answer (AM-1). */
export const AmendmentsView = (view: AdminViewServerProps) => (
  <AdminPage
    actions={<Enter req={view.initPageResult.req} />}
    lead="Patients may ask to change what their record says. There are 60 days to answer, once 30 more. What was signed stays; an addendum stands beside it, or what the patient says about it."
    needs={{ slug: 'amendment-requests', verb: 'enter' }}
    path="/admin/amendments"
    title="Changes asked for"
    view={view}
  >
    {() => <Queue req={view.initPageResult.req} />}
  </AdminPage>
)

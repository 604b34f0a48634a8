import type { PayloadRequest } from 'payload'
import { formatDateTime, formatTime } from '@/src/domain/scheduling/formatTime'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { offered } from '../actions/offered'
import { RecordActions } from '../actions/RecordActions'
import { spellDay } from '../fields/spellDay'
import { StartNote } from '../note/StartNote'
import { sessionsWithoutNote } from '../note/sessionsWithoutNote'
import { type Row, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'
import { CompleteSession } from './CompleteSession'
import type { ChartSummary } from './chartSummary'

const Running = ({ req, session }: { req: PayloadRequest; session: Row }) => {
  const zone = textIn(session, 'zone') || practiceZone()
  const complete = offered(req, { slug: 'sessions', name: 'complete', record: session })
  return (
    <Card aside={<StateChip state={textIn(session, 'status')} />} title="This session">
      <p className="ops-number">
        Began {formatTime({ instant: textIn(session, 'startedAt'), zone })}
        {textIn(session, 'endedAt')
          ? `, stopped ${formatTime({ instant: textIn(session, 'endedAt'), zone })}`
          : ''}
        {textIn(session, 'minutes') ? ` · ${textIn(session, 'minutes')} minutes` : ''}
      </p>
      <div className="ops-row">
        <RecordActions
          id={session.id}
          only={['stop']}
          rev={Number(session['rev'] ?? 0)}
          slug="sessions"
        />
        {complete?.isPossible ? (
          <CompleteSession
            action={complete}
            endedAt={textIn(session, 'endedAt')}
            id={session.id}
            rev={Number(session['rev'] ?? 0) || null}
            startedAt={textIn(session, 'startedAt')}
            tags={textIn(session, 'techniqueTags')}
          />
        ) : null}
      </div>
    </Card>
  )
}

const Today = ({ visits }: { visits: readonly Row[] }) => (
  <Card title="Today">
    {visits.length === 0 ? (
      <Empty>No visit today. Book one, or start from the calendar.</Empty>
    ) : null}
    <ul className="ops-queue">
      {visits.map((visit) => (
        <li key={visit.id}>
          <div className="ops-queue__what">
            <span className="ops-number">
              {formatTime({
                instant: textIn(visit, 'startsAt'),
                zone: textIn(visit, 'zone') || practiceZone(),
              })}
              , {textIn(visit, 'minutes')} min
            </span>
            <span>
              <StateChip state={textIn(visit, 'status')} />
            </span>
          </div>
          <span className="ops-row">
            <RecordActions
              id={visit.id}
              only={['start-session', 'check-in', 'no-show']}
              rev={Number(visit['rev'] ?? 0)}
              slug="appointments"
            />
          </span>
        </li>
      ))}
    </ul>
  </Card>
)

type Props = { req: PayloadRequest; id: string; chart: ChartSummary }

/** The visit of today from check-in to note: start, stop, what was done, and the note to write. */
export const SessionSection = async ({ req, id, chart }: Props) => {
  const of = { patient: { equals: id } }
  const [running, visits, owed] = await Promise.all([
    readRows(req, 'sessions', {
      where: { and: [of, { status: { in: ['inProgress', 'stopped'] } }] },
      limit: 5,
    }),
    readRows(req, 'appointments', {
      where: {
        and: [
          of,
          { serviceDate: { equals: practiceToday() } },
          { status: { in: ['booked', 'checkedIn', 'inSession'] } },
        ],
      },
      sort: 'startsAt',
      limit: 5,
    }),
    sessionsWithoutNote(req, { patient: id }),
  ])
  const mayWrite = offered(req, { slug: 'sessions', name: 'complete' }) !== null
  const past = (chart.sessions ?? []).filter((row) => textIn(row, 'status') === 'completed')
  return (
    <>
      {running.map((session) => (
        <Running key={session.id} req={req} session={session} />
      ))}
      {running.length === 0 ? <Today visits={visits} /> : null}
      {mayWrite && owed.length ? (
        <Card count={owed.length} title="To be documented">
          <ul className="ops-queue">
            {owed.map((session) => (
              <li key={session.id}>
                <span>
                  {session['isIntake'] === true ? 'Intake' : 'Session'} on{' '}
                  {spellDay(textIn(session, 'serviceDate'))}
                </span>
                <StartNote
                  isIntake={session['isIntake'] === true}
                  isPrimary={running.length === 0}
                  patient={id}
                  session={session.id}
                />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card count={past.length} title="Past sessions">
        {past.length === 0 ? <Empty>No session yet.</Empty> : null}
        <ul className="ops-queue">
          {past.map((row) => (
            <li key={row.id}>
              <a href={`/admin/collections/sessions/${row.id}`}>
                {formatDateTime({ instant: textIn(row, 'startedAt'), zone: practiceZone() })}
              </a>
              <span className="ops-muted ops-number">
                {textIn(row, 'minutes')} min · {textIn(row, 'serviceCode')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

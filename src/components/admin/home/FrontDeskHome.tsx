import type { PayloadRequest } from 'payload'
import { practiceToday } from '@/src/lib/practiceZone'
import { isStanding, readCalendar, type Visit } from '../calendar/dayData'
import { sumsBy } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { CopayQueue } from './CopayQueue'
import { NewInquiries } from './NewInquiries'
import { VisitCard } from './VisitCard'
import { WaitlistCheckIns } from './WaitlistCheckIns'

type Column = { id: string; name: string; visits: Visit[] }

const columnsOf = (visits: readonly Visit[]): Column[] => {
  const columns = new Map<string, Column>()
  for (const visit of visits) {
    const column = columns.get(visit.clinician) ?? {
      id: visit.clinician,
      name: visit.clinicianName ?? 'Clinician',
      visits: [],
    }
    column.visits.push(visit)
    columns.set(visit.clinician, column)
  }
  return [...columns.values()].sort((a, b) => a.name.localeCompare(b.name))
}

const arrivedStates = ['checkedIn', 'inSession', 'completed']

// Cards for more than this are a page nobody reads; a larger house works from the calendar of its place.
const mostShown = 60

/** How many visits of a day stand and how many of them came, counted in the database. */
const countDay = async (
  req: PayloadRequest,
  date: string,
): Promise<{ standing: number; arrived: number }> => {
  const groups = await sumsBy(req, 'appointments', {
    where: [
      { column: 'serviceDate', is: '=', value: date },
      { column: 'status', is: 'in', value: [...arrivedStates, 'booked', 'noShow'] },
    ],
    by: ['status'],
  })
  const sum = (states: readonly string[] | null): number =>
    groups
      .filter(({ keys: [status] }) => !states || states.includes(status ?? ''))
      .reduce((total, { rows }) => total + rows, 0)
  return { standing: sum(null), arrived: sum(arrivedStates) }
}

/** The desk's day: who comes when, who is here, whose papers are missing; beside it what is new. */
export const FrontDeskHome = async ({
  req,
  tasks,
}: {
  req: PayloadRequest
  tasks: React.ReactNode
}) => {
  const date = practiceToday()
  const { standing, arrived } = await countDay(req, date)
  const day = await readCalendar(req, {
    date,
    ...(standing > mostShown ? { only: 'open', limit: mostShown } : { only: 'visits' }),
  })
  const visits = (day?.appointments ?? []).filter(isStanding)
  const next = visits.find(({ status }) => status === 'booked')
  return (
    <div className="ops-columns">
      <Card
        aside={
          <span className="ops-row">
            <span className="ops-muted ops-number">
              {arrived} of {standing} arrived
            </span>
            <a className="ops-button" href="/admin/calendar">
              Open calendar
            </a>
          </span>
        }
        title="Visits today"
      >
        {standing === 0 ? <Empty>No visits today. Book one in the calendar.</Empty> : null}
        {standing > mostShown ? (
          <p className="ops-muted">
            The next {visits.length} that are not over; all {standing} are in the calendar.
          </p>
        ) : null}
        <div className="ops-grid">
          {columnsOf(visits).map((column) => (
            <section aria-label={column.name} className="ops-stack" key={column.id}>
              <h3>{column.name}</h3>
              <ul className="ops-visits">
                {column.visits.map((visit) => (
                  <VisitCard
                    isNext={visit.id === next?.id}
                    key={visit.id}
                    req={req}
                    visit={visit}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Card>
      <div className="ops-stack">
        <NewInquiries req={req} />
        <WaitlistCheckIns req={req} />
        <CopayQueue req={req} visits={visits} />
        {tasks}
      </div>
    </div>
  )
}

import type { PayloadRequest } from 'payload'
import { practiceToday } from '@/src/lib/practiceZone'
import { isStanding, readCalendar, type Visit } from '../calendar/dayData'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { CopayQueue } from './CopayQueue'
import { NewInquiries } from './NewInquiries'
import { TaskQueue } from './TaskQueue'
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

const isArrived = ({ status }: Visit): boolean =>
  ['checkedIn', 'inSession', 'completed'].includes(status)

/** The desk's day: who comes when, who is here, whose papers are missing; beside it what is new. */
export const FrontDeskHome = async ({ req }: { req: PayloadRequest }) => {
  const day = await readCalendar(req, { date: practiceToday() })
  const visits = (day?.appointments ?? []).filter(isStanding)
  const next = visits.find(({ status }) => status === 'booked')
  const arrived = visits.filter(isArrived).length
  return (
    <div className="ops-columns">
      <Card
        aside={
          <span className="ops-row">
            <span className="ops-muted ops-number">
              {arrived} of {visits.length} arrived
            </span>
            <a className="ops-button" href="/admin/calendar">
              Open calendar
            </a>
          </span>
        }
        title="Visits today"
      >
        {visits.length === 0 ? <Empty>No visits today. Book one in the calendar.</Empty> : null}
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
        <TaskQueue req={req} />
      </div>
    </div>
  )
}

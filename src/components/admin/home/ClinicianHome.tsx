import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/principal'
import { practiceToday } from '@/src/lib/practiceZone'
import { isStanding, readCalendar } from '../calendar/dayData'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { readBriefs } from './briefs'
import { ClinicianVisit } from './ClinicianVisit'
import { NotesDue } from './NotesDue'
import { PlansDue } from './PlansDue'
import { WorsenedScores } from './WorsenedScores'

/** A clinician's day: who comes, what they worked on, what is owed to the record. */
export const ClinicianHome = async ({
  req,
  tasks,
}: {
  req: PayloadRequest
  tasks: React.ReactNode
}) => {
  const me = actorOf(req).id ?? ''
  const day = await readCalendar(req, { date: practiceToday(), clinician: me, only: 'visits' })
  const visits = (day?.appointments ?? []).filter(isStanding)
  const briefs = await readBriefs(req, [...new Set(visits.map(({ patient }) => patient))])
  return (
    <div className="ops-columns">
      <div className="ops-stack">
        <Card
          aside={<a href="/admin/calendar">Calendar</a>}
          count={visits.length}
          title="Your visits today"
        >
          {visits.length === 0 ? (
            <Empty>No visits today. Notes and plans that wait are at the right.</Empty>
          ) : null}
          <ul className="ops-queue">
            {visits.map((visit) => (
              <ClinicianVisit
                brief={briefs.get(visit.patient)}
                key={visit.id}
                req={req}
                visit={visit}
              />
            ))}
          </ul>
        </Card>
        <WorsenedScores req={req} />
        {tasks}
      </div>
      <div className="ops-stack">
        <NotesDue req={req} />
        <PlansDue req={req} />
      </div>
    </div>
  )
}

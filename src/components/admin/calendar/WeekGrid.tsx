import { addDays } from '@/src/domain/calendarDate'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import type { CalendarData } from './dayData'
import { openWords } from './openHours'
import { VisitButton } from './VisitButton'

/** A week: a column per day, in the order of time. Weekends show when something is booked. */
export const WeekGrid = ({ data, from }: { data: CalendarData; from: string }) => {
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index)).filter(
    (day, index) => index < 5 || data.appointments.some((visit) => visit.serviceDate === day),
  )
  return (
    <div className="ops-week" style={{ '--columns': days.length } as React.CSSProperties}>
      {days.map((day) => {
        const visits = data.appointments.filter((visit) => visit.serviceDate === day)
        return (
          <section
            aria-label={spellDay(day)}
            className={`ops-week__day${day === practiceToday() ? ' ops-week__day--today' : ''}`}
            key={day}
          >
            <h3>
              <a className="ops-plain-link" href={`/admin/calendar?date=${day}`}>
                {spellDay(day).replace(/, \d{4}$/, '')}
              </a>
            </h3>
            <p className="ops-small ops-muted">{openWords(data, day)}</p>
            {visits.length === 0 ? <p className="ops-small ops-muted">Nothing booked</p> : null}
            {visits.map((visit) => (
              <VisitButton key={visit.id} visit={visit} withClinician />
            ))}
          </section>
        )
      })}
    </div>
  )
}

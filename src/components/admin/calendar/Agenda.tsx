import { spellDay } from '../fields/spellDay'
import { Empty } from '../ui/Empty'
import type { CalendarData } from './dayData'
import { openWords } from './openHours'
import { VisitButton } from './VisitButton'

/** The same appointments one under the other, for narrow screens. */
export const Agenda = ({ data }: { data: CalendarData }) => {
  const days = [...new Set(data.appointments.map(({ serviceDate }) => serviceDate))]
  if (!days.length) {
    const words = data.days === 1 ? openWords(data, data.date) : ''
    const open = words ? `${words}. ` : ''
    return <Empty>{open}Nothing is booked. Use Book to add an appointment.</Empty>
  }
  return (
    <div className="ops-stack">
      {days.map((day) => (
        <section aria-label={spellDay(day)} className="ops-stack" key={day}>
          <h3>{spellDay(day)}</h3>
          <p className="ops-small ops-muted">{openWords(data, day)}</p>
          {data.appointments
            .filter((visit) => visit.serviceDate === day)
            .map((visit) => (
              <VisitButton key={visit.id} visit={visit} withClinician />
            ))}
        </section>
      ))}
    </div>
  )
}

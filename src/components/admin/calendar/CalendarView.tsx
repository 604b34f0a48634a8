import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import { weekdayOf } from '@/src/domain/scheduling/zonedTime'
import { offered } from '../actions/offered'
import { AdminPage } from '../page/AdminPage'
import { Empty } from '../ui/Empty'
import { Agenda } from './Agenda'
import { BookButton } from './BookButton'
import { CalendarToolbar } from './CalendarToolbar'
import { DayGrid } from './DayGrid'
import { isStanding, readCalendar } from './dayData'
import { FeedsCard } from './FeedsCard'
import { WeekGrid } from './WeekGrid'
import { type CalendarWish, wishIn } from './wish'

const path = '/admin/calendar'

const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date))

const Calendar = async ({ req, wish }: { req: PayloadRequest; wish: CalendarWish }) => {
  const isWeek = wish.view === 'week'
  const from = isWeek ? mondayOf(wish.date) : wish.date
  const data = await readCalendar(req, {
    date: from,
    days: isWeek ? 7 : 1,
    clinician: wish.clinician || undefined,
    location: wish.location || undefined,
  })
  if (!data) return <Empty>The calendar could not be read. Choose another day.</Empty>
  const visits = data.appointments.filter(isStanding)
  const cancelled = data.appointments.length - visits.length
  const book = offered(req, { slug: 'appointments', name: 'book' })
  const move = offered(req, { slug: 'appointments', name: 'reschedule' })
  const shown = {
    ...data,
    appointments: visits,
    locations: data.locations.filter(({ id }) => !wish.location || id === wish.location),
  }
  return (
    <>
      <CalendarToolbar
        book={book ? <BookButton action={book} data={shown} date={wish.date} /> : null}
        data={data}
        wish={wish}
      />
      <div className="ops-calendar__wide">
        {isWeek ? (
          <WeekGrid data={shown} from={from} />
        ) : (
          <DayGrid book={book} clinician={wish.clinician} data={shown} move={move} />
        )}
      </div>
      <div className="ops-calendar__narrow">
        <Agenda data={shown} />
      </div>
      {cancelled ? <p className="ops-small ops-muted">{cancelled} canceled, not shown.</p> : null}
    </>
  )
}

/** /admin/calendar: a day with a column per clinician, a week, an agenda on phones. */
export const CalendarView = (view: AdminViewServerProps) => (
  <AdminPage
    needs={{ slug: 'appointments', verb: 'read' }}
    path={path}
    title="Calendar"
    view={view}
  >
    {() => (
      <>
        <Calendar req={view.initPageResult.req} wish={wishIn(view.searchParams)} />
        <FeedsCard req={view.initPageResult.req} />
      </>
    )}
  </AdminPage>
)

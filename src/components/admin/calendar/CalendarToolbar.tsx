import { addDays } from '@/src/domain/calendarDate'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { Icon } from '../ui/Icon'
import { CalendarFilter } from './CalendarFilter'
import type { CalendarData } from './dayData'
import type { CalendarWish } from './wish'

const linkTo = (wish: CalendarWish, change: Partial<CalendarWish>): string => {
  const next = { ...wish, ...change }
  const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value))
  return `/admin/calendar?${query}`
}

type Props = { wish: CalendarWish; data: CalendarData; book: React.ReactNode }

/** Which day, how much of it, whose, where. */
export const CalendarToolbar = ({ wish, data, book }: Props) => {
  const step = wish.view === 'week' ? 7 : 1
  const last = addDays(data.date, data.days - 1)
  return (
    <div className="ops-calendar__bar">
      <div className="ops-row">
        <a
          aria-label={step === 7 ? 'Week before' : 'Day before'}
          className="ops-button"
          href={linkTo(wish, { date: addDays(wish.date, -step) })}
        >
          <Icon name="left" />
        </a>
        <a className="ops-button" href={linkTo(wish, { date: practiceToday() })}>
          Today
        </a>
        <a
          aria-label={step === 7 ? 'Week after' : 'Day after'}
          className="ops-button"
          href={linkTo(wish, { date: addDays(wish.date, step) })}
        >
          <Icon name="right" />
        </a>
        <h2>
          {data.days === 1 ? spellDay(data.date) : `${spellDay(data.date)} to ${spellDay(last)}`}
        </h2>
      </div>
      <div className="ops-row">
        <nav aria-label="Length" className="ops-tabs">
          {(['day', 'week'] as const).map((view) => (
            <a
              aria-current={wish.view === view ? 'page' : undefined}
              href={linkTo(wish, { view })}
              key={view}
            >
              {view === 'day' ? 'Day' : 'Week'}
            </a>
          ))}
        </nav>
        <CalendarFilter clinicians={data.clinicians} locations={data.locations} wish={wish} />
        {book}
      </div>
    </div>
  )
}

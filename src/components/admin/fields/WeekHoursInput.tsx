'use client'
import { type OpenStretch, type WeekHours, weekdays } from '@/src/domain/scheduling/weekHours'

type Props = {
  id: string
  label: string
  describedBy?: string
  value: WeekHours
  onChange: (hours: WeekHours) => void
  isDisabled?: boolean
}

// A box for times knows no 24:00: closing at midnight is its 00:00.
const shownTime = (time: string): string => (time === '24:00' ? '00:00' : time)
const closingTime = (typed: string): string => (typed === '00:00' ? '24:00' : typed)

/** What a day begins with: the hours of the day before it that has some. */
const likeBefore = (value: WeekHours, weekday: number): OpenStretch[] => {
  const before = value.filter((each) => each.weekday < weekday).map((each) => each.weekday)
  const same = value.filter((each) => each.weekday === Math.max(...before))
  const hours = same.length ? same : [{ from: '09:00', to: '17:00' }]
  return hours.map(({ from, to }) => ({ weekday, from, to }))
}

/** A line for each weekday with the times it is open; a day may open again after a break. */
export const WeekHoursInput = (props: Props) => {
  const { id, label: title, describedBy, value, onChange, isDisabled } = props
  const put = (stretch: OpenStretch, change: Partial<OpenStretch>): void =>
    onChange(value.map((each) => (each === stretch ? { ...each, ...change } : each)))
  const timeBox = (stretch: OpenStretch, part: 'from' | 'to', label: string) => (
    <input
      aria-label={label}
      className="ops-input"
      disabled={isDisabled}
      onChange={({ target }) =>
        put(stretch, { [part]: part === 'to' ? closingTime(target.value) : target.value })
      }
      step={300}
      type="time"
      value={shownTime(stretch[part])}
    />
  )
  return (
    <fieldset aria-describedby={describedBy} className="ops-fieldset" id={id}>
      <legend>{title}</legend>
      {weekdays.map(({ value: weekday, label }) => {
        const own = value.filter((each) => each.weekday === weekday)
        const add = own.length ? [{ weekday, from: '', to: '' }] : likeBefore(value, weekday)
        return (
          <div className="ops-week-hours__day" key={weekday}>
            <span className="ops-week-hours__name">{label}</span>
            <div className="ops-week-hours__times">
              {own.length ? null : <span className="ops-muted">Closed</span>}
              {own.map((stretch, index) => {
                const which = `${label}${index ? `, ${index + 1}` : ''}`
                return (
                  <div className="ops-row" key={which}>
                    {timeBox(stretch, 'from', `${which}, opens`)}
                    <span aria-hidden="true">to</span>
                    {timeBox(stretch, 'to', `${which}, closes`)}
                    {isDisabled ? null : (
                      <button
                        className="ops-button"
                        onClick={() => onChange(value.filter((each) => each !== stretch))}
                        type="button"
                      >
                        Remove<span className="ops-sr"> {which}</span>
                      </button>
                    )}
                  </div>
                )
              })}
            </div>
            {isDisabled ? null : (
              <button
                className="ops-button"
                onClick={() => onChange([...value, ...add])}
                type="button"
              >
                {own.length ? 'Add' : 'Open'}
                <span className="ops-sr"> {label}</span>
              </button>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

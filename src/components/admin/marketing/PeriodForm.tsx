'use client'
import { useState } from 'react'
import { DayInput } from '../fields/DayInput'

type Props = {
  from: string
  to: string
  isFixed: boolean
  /** Months that may be chosen, each by its last day; the newest first. */
  months: readonly { value: string; label: string }[]
}

/** Chooses the days of the report. Whoever sees masked figures chooses the last month only. */
export const PeriodForm = ({ from, to, isFixed, months }: Props) => {
  const [start, setStart] = useState(from)
  const [end, setEnd] = useState(to)
  return (
    <form action="/admin/marketing" className="ops-row ops-row--top" method="get">
      {isFixed ? (
        <div className="ops-field">
          <label htmlFor="period-to">Three months that end with</label>
          <select className="ops-input" defaultValue={to} id="period-to" name="to">
            {months.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <>
          <div className="ops-field">
            <label htmlFor="period-from">From</label>
            <DayInput id="period-from" onChange={setStart} value={start} />
            <input name="from" type="hidden" value={start} />
          </div>
          <div className="ops-field">
            <label htmlFor="period-to">To</label>
            <DayInput id="period-to" onChange={setEnd} value={end} />
            <input name="to" type="hidden" value={end} />
          </div>
        </>
      )}
      <button className="ops-button ops-align-field" type="submit">
        Show
      </button>
    </form>
  )
}

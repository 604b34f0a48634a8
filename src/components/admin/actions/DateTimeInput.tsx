'use client'
import { useState } from 'react'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { instantOf, serviceDateOf, wallTimeOf } from '@/src/domain/scheduling/zonedTime'
import { DayInput } from '../fields/DayInput'
import { usePractice } from '../practiceContext'

type Props = { id: string; value: string; onChange: (iso: string) => void; isRequired?: boolean }

/** Day and time as the practice's clocks show them; answers ISO UTC, empty until both are there. */
export const DateTimeInput = ({ id, value, onChange, isRequired }: Props) => {
  const { zone } = usePractice()
  const [day, setDay] = useState(value ? serviceDateOf({ instant: value, zone }) : '')
  const [time, setTime] = useState(value ? wallTimeOf({ instant: value, zone }) : '')
  const change = (nextDay: string, nextTime: string): void => {
    setDay(nextDay)
    setTime(nextTime)
    const isWhole = isCalendarDate(nextDay) && /^\d{2}:\d{2}$/.test(nextTime)
    onChange(isWhole ? instantOf({ date: nextDay, time: nextTime, zone }) : '')
  }
  return (
    <div className="ops-row ops-row--top">
      <div className="ops-grow">
        <DayInput
          id={id}
          isRequired={isRequired}
          onChange={(next) => change(next, time)}
          value={day}
        />
      </div>
      <div>
        <input
          aria-label="Time"
          className="ops-input"
          onChange={(event) => change(day, event.target.value)}
          required={isRequired}
          step={300}
          type="time"
          value={time}
        />
      </div>
    </div>
  )
}

'use client'
import { useEffect, useState } from 'react'
import { addDays } from '@/src/domain/calendarDate'
import { formatTime } from '@/src/domain/scheduling/formatTime'
import { serviceDateOf } from '@/src/domain/scheduling/zonedTime'
import { callApi } from '../actions/callApi'
import { spellDay } from '../fields/spellDay'
import { usePractice } from '../practiceContext'

export type Slot = { start: string; end: string; location: string; freeRooms: string[] }

type Props = {
  clinician: string
  minutes: number
  value: Slot | null
  onChange: (slot: Slot) => void
}

const shownDays = 14

const keyOf = (slot: Slot): string => `${slot.start}|${slot.location}`

const byDay = (slots: readonly Slot[], zone: string): [string, Slot[]][] => {
  const days = new Map<string, Slot[]>()
  for (const slot of slots) {
    const day = serviceDateOf({ instant: slot.start, zone })
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return [...days]
}

/** The open times of one clinician, two weeks at a time. Says nothing about who takes up the rest. */
export const SlotPicker = ({ clinician, minutes, value, onChange }: Props) => {
  const { zone, today } = usePractice()
  const [from, setFrom] = useState(today)
  const [slots, setSlots] = useState<Slot[] | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const query = new URLSearchParams({
        clinician,
        from,
        to: addDays(from, shownDays - 1),
        minutes: String(minutes),
      })
      const answer = await callApi(`/api/appointments/free-slots?${query}`, {
        method: 'GET',
        signal: abort.signal,
      })
      if (abort.signal.aborted) return
      setSlots(
        answer.ok && Array.isArray(answer.body['slots']) ? (answer.body['slots'] as Slot[]) : [],
      ) // free-slots endpoint
      setProblem(answer.ok ? '' : (answer.findings[0]?.message ?? ''))
    }
    setSlots(null)
    void load()
    return () => abort.abort()
  }, [clinician, from, minutes])
  return (
    <fieldset className="ops-fieldset">
      <legend>Free times</legend>
      <div className="ops-row">
        <button
          className="ops-button"
          disabled={from <= today}
          onClick={() => setFrom(addDays(from, -shownDays))}
          type="button"
        >
          Earlier
        </button>
        <button
          className="ops-button"
          onClick={() => setFrom(addDays(from, shownDays))}
          type="button"
        >
          Later
        </button>
        <span className="ops-muted">from {spellDay(from)}</span>
      </div>
      <div aria-live="polite" className="ops-slots">
        {slots === null ? <p className="ops-muted">Looking for free times…</p> : null}
        {problem ? <p className="ops-error">{problem}</p> : null}
        {slots?.length === 0 && !problem ? (
          <p className="ops-muted">Nothing is free in these two weeks. Look later.</p>
        ) : null}
        {byDay(slots ?? [], zone).map(([day, times]) => (
          <div className="ops-slots__day" key={day}>
            <span className="ops-slots__label">{spellDay(day)}</span>
            <div className="ops-choices">
              {times.map((slot) => (
                <label className="ops-slot" key={keyOf(slot)}>
                  <input
                    checked={value !== null && keyOf(value) === keyOf(slot)}
                    // Tab goes from day to day, the arrows within one.
                    name={`slot-${day}`}
                    onChange={() => onChange(slot)}
                    type="radio"
                  />
                  <span className="ops-sr">{spellDay(day)}, </span>
                  {formatTime({ instant: slot.start, zone })}
                </label>
              ))}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

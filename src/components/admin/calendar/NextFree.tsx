'use client'
import { useState } from 'react'
import { addDays } from '@/src/domain/calendarDate'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { serviceDateOf } from '@/src/domain/scheduling/zonedTime'
import { callApi } from '../actions/callApi'
import type { FieldValues } from '../actions/types'
import { usePractice } from '../practiceContext'
import type { Slot } from './SlotPicker'

type Props = {
  /** What has been answered so far. */
  values: FieldValues
  onChoose: (change: FieldValues) => void
}

const searchedDays = 28
const mostOffered = 6

/** One slot for each time, at the place that was chosen where it is free there too. */
const eachOnce = (slots: readonly Slot[], location: string): Slot[] => {
  const byStart = new Map<string, Slot>()
  for (const slot of slots)
    if (!byStart.has(slot.start) || slot.location === location) byStart.set(slot.start, slot)
  return [...byStart.values()]
}

/** The next times at which the chosen clinician is free, from the chosen day on; a press fills one in. */
export const NextFree = ({ values, onChoose }: Props) => {
  const { zone, today } = usePractice()
  const [slots, setSlots] = useState<readonly Slot[] | null>(null)
  const [said, setSaid] = useState('')
  const clinician = String(values['clinician'] ?? '')
  const location = String(values['location'] ?? '')
  const startsAt = String(values['startsAt'] ?? '')
  const day = startsAt ? serviceDateOf({ instant: startsAt, zone }) : today
  const isOver = day < today
  const from = isOver ? today : day
  const look = async (): Promise<void> => {
    setSaid('Looking for free times…')
    const query = new URLSearchParams({
      clinician,
      from,
      to: addDays(from, searchedDays - 1),
      minutes: String(values['minutes'] || 50),
    })
    const answer = await callApi(`/api/appointments/free-slots?${query}`, { method: 'GET' })
    const found = answer.ok ? (answer.body['slots'] as Slot[]) : [] // free-slots endpoint
    setSlots(eachOnce(found, location).slice(0, mostOffered))
    if (!answer.ok) setSaid(answer.findings.map(({ message }) => message).join(' '))
    else
      setSaid(
        found.length ? '' : 'Nothing is free in four weeks. Try a later day or fewer minutes.',
      )
  }
  if (!clinician)
    return <p className="ops-help">Choose the clinician to see the next free times.</p>
  return (
    <div className="ops-row">
      <button className="ops-button" onClick={() => void look()} type="button">
        Next free times
      </button>
      <span aria-live="polite" className="ops-small ops-muted">
        {said}
      </span>
      {slots?.map((slot) => (
        <button
          className="ops-button ops-number"
          key={`${slot.start}${slot.location}`}
          onClick={() => {
            onChoose({ startsAt: slot.start, location: slot.location })
            setSlots(null)
          }}
          type="button"
        >
          {formatDateTime({ instant: slot.start, zone })}
        </button>
      ))}
    </div>
  )
}

'use client'

import { type FormEvent, useState } from 'react'

const hour = 60
const day = 24 * hour

const moves = [
  { label: '+10 min', minutes: 10 },
  { label: '+1 hour', minutes: hour },
  { label: '+1 day', minutes: day },
  { label: '+1 week', minutes: 7 * day },
]

type Props = {
  localNow: string
  /** The clock's time as it is written where there is room, and on a phone. */
  shown: { full: string; short: string }
}

/** Moves the demo practice's clock, so that a story of weeks plays in minutes. */
export const ClockMover = ({ localNow, shown }: Props) => {
  const [error, setError] = useState('')
  const move = async (body: { minutes?: number; to?: string }): Promise<void> => {
    const answer = await fetch('/api/demo-clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (answer.ok) window.location.reload()
    else setError('The clock could not be moved. Sign in and try again.')
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const to = String(new FormData(event.currentTarget).get('to') ?? '')
    if (to) void move({ to })
  }
  return (
    <details className="ops-demo__mover" data-menu="">
      <summary>
        <span className="ops-roomy">Clock: </span>
        <strong className="ops-roomy">{shown.full}</strong>
        <strong className="ops-tight">{shown.short}</strong>
      </summary>
      <div className="ops-demo__moves">
        <p>Move the clock</p>
        {moves.map(({ label, minutes }) => (
          <button
            className="ops-button"
            key={label}
            onClick={() => void move({ minutes })}
            type="button"
          >
            {label}
          </button>
        ))}
        <form className="ops-row" method="post" onSubmit={submit}>
          <label>
            To{' '}
            <input
              className="ops-input ops-input--inline"
              defaultValue={localNow}
              name="to"
              type="datetime-local"
            />
          </label>
          <button className="ops-button" type="submit">
            Go
          </button>
        </form>
        {error ? <p role="alert">{error}</p> : null}
      </div>
    </details>
  )
}

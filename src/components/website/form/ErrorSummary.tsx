'use client'

import { useEffect, useRef } from 'react'
import { inquiryFields } from '@/src/lib/website/inquiryFields'
import type { InquiryState } from '@/src/lib/website/inquiryState'
import { inputId } from './fields'

/** Everything that is in the way, first on the form and in focus, each with the way to its field. */
export const ErrorSummary = ({ state }: { state: InquiryState }) => {
  const box = useRef<HTMLDivElement>(null)
  const { attempt } = state
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  const wrong = inquiryFields.filter((name) => state.errors[name])
  if (!wrong.length && !state.notice) return null
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} id="inquiry-problems">
      <h3>{wrong.length ? 'Some answers are missing or need another look' : 'Not sent yet'}</h3>
      {state.notice ? <p>{state.notice}</p> : null}
      {wrong.length ? (
        <ul>
          {wrong.map((name) => (
            <li key={name}>
              <a href={`#${inputId(name)}`}>{state.errors[name]}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

'use client'

import { useEffect, useRef } from 'react'
import { fieldId } from './fieldId'
import type { Problem } from './sendRequest'

/** Everything that is wrong, at the top, with a link to each field; takes the focus when it appears. */
export const ErrorSummary = ({ problems }: { problems: readonly Problem[] }) => {
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (problems.length) box.current?.focus()
  }, [problems])

  if (!problems.length) return null
  return (
    <div className="summary" ref={box} tabIndex={-1} role="alert">
      <h2>
        {problems.length === 1 ? 'One thing to look at' : `${problems.length} things to look at`}
      </h2>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path ? <a href={`#${fieldId(path)}`}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  )
}

'use client'
import { useState } from 'react'
import { parseDay } from '@/src/domain/parseDay'
import { usePractice } from '../practiceContext'
import { spellDay, writeDay } from './spellDay'

type Props = {
  id: string
  name?: string
  /** YYYY-MM-DD, or what was typed while it is no day. */
  value: string
  onChange: (value: string) => void
  isRequired?: boolean
  isDisabled?: boolean
  describedBy?: string
}

/** A text box that reads days as people type them and says what it understood. */
export const DayInput = ({
  id,
  name,
  value,
  onChange,
  isRequired,
  isDisabled,
  describedBy,
}: Props) => {
  const { today } = usePractice()
  const [typed, setTyped] = useState<string | null>(null)
  const understood = parseDay(typed ?? value, today)
  const hintId = `${id}-understood`
  const change = (text: string): void => {
    setTyped(text)
    onChange(text.trim() === '' ? '' : (parseDay(text, today) ?? text))
  }
  return (
    <>
      <input
        aria-describedby={[hintId, describedBy].filter(Boolean).join(' ')}
        aria-required={isRequired}
        autoComplete="off"
        className="ops-input"
        disabled={isDisabled}
        id={id}
        name={name}
        onBlur={() => setTyped(null)}
        onChange={(event) => change(event.target.value)}
        placeholder="4/14/2026"
        type="text"
        value={typed ?? writeDay(value)}
      />
      <span aria-live="polite" className="ops-help" id={hintId}>
        {understood
          ? spellDay(understood)
          : (typed ?? value)
            ? 'Not a day yet. Try 4/14/2026.'
            : ''}
      </span>
    </>
  )
}

'use client'
import { useState } from 'react'
import { formatMoney, parseMoney } from '@/src/domain/money'

type Props = {
  id: string
  name?: string
  /** Whole cents; text while what was typed is no amount; null when empty. */
  value: number | string | null
  onChange: (value: number | string | null) => void
  isRequired?: boolean
  isDisabled?: boolean
  describedBy?: string
}

type Typed = Pick<Props, 'value'> & { text: string }

const shown = (value: number | string | null): string =>
  typeof value === 'number' && Number.isSafeInteger(value)
    ? formatMoney(value)
    : String(value ?? '')

/**
 * A text box that reads "$120" or "1,234.5" as whole cents and says what it understood. What was typed stays: were
 * it written anew when the box is left, what stands below would move away from under the press that left it.
 */
export const MoneyInput = ({
  id,
  name,
  value,
  onChange,
  isRequired,
  isDisabled,
  describedBy,
}: Props) => {
  const [typed, setTyped] = useState<Typed>({ text: '', value: null })
  const text = typed.value === value ? typed.text : shown(value)
  const parsed = text.trim() ? parseMoney(text) : null
  const hintId = `${id}-understood`
  const understood = parsed?.ok ? formatMoney(parsed.cents) : (parsed?.message ?? '')
  const change = (next: string): void => {
    const result = next.trim() ? parseMoney(next) : null
    // What is no amount stays as it was typed, so that saving is refused instead of losing it.
    const meant = result === null ? null : result.ok ? result.cents : next
    setTyped({ text: next, value: meant })
    onChange(meant)
  }
  return (
    <>
      <input
        aria-describedby={[hintId, describedBy].filter(Boolean).join(' ')}
        aria-required={isRequired}
        autoComplete="off"
        className="ops-input ops-number"
        disabled={isDisabled}
        id={id}
        inputMode="decimal"
        name={name}
        onChange={(event) => change(event.target.value)}
        placeholder="$0.00"
        type="text"
        value={text}
      />
      <span aria-live="polite" className="ops-help" id={hintId}>
        {understood === text ? '' : understood}
      </span>
    </>
  )
}

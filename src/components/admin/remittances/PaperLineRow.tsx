'use client'
import { useId } from 'react'
import { type PaperLine, unexplainedCents } from '@/src/domain/billing/paperRemittance'
import { formatMoney } from '@/src/domain/money'
import { MoneyInput } from '../fields/MoneyInput'
import { Chip } from '../ui/Chip'
import type { OpenLine } from './openLines'

type Amount = Exclude<keyof PaperLine, 'deniedCode'>

const amounts: readonly { name: Amount; label: string }[] = [
  { name: 'paidCents', label: 'Paid' },
  { name: 'contractualCents', label: 'Contract' },
  { name: 'deductibleCents', label: 'Deductible' },
  { name: 'coinsuranceCents', label: 'Coinsurance' },
  { name: 'copayCents', label: 'Copay' },
  { name: 'deniedCents', label: 'Denied' },
]

type Props = {
  line: OpenLine
  /** Null while the line is not on the paper. */
  typed: PaperLine | null
  onChange: (next: PaperLine) => void
  onToggle: (isOn: boolean) => void
}

/** One line of the paper; what is still open of its charge stands at the end. */
export const PaperLineRow = ({ line, typed, onChange, onToggle }: Props) => {
  const id = useId()
  const open = typed ? unexplainedCents(typed, line.chargeCents) : line.chargeCents
  return (
    <tr>
      <th scope="row">
        <label className="ops-paper__line">
          <input
            checked={typed !== null}
            onChange={(event) => onToggle(event.target.checked)}
            type="checkbox"
          />
          {line.title}
        </label>
        <span className="ops-small ops-muted">
          {line.code}, {formatMoney(line.chargeCents)}
        </span>
      </th>
      {amounts.map(({ name, label }) => (
        <td key={name}>
          {typed ? (
            <>
              <label className="ops-sr" htmlFor={`${id}${name}`}>
                {label} of {line.title}
              </label>
              <MoneyInput
                id={`${id}${name}`}
                onChange={(value) =>
                  onChange({ ...typed, [name]: typeof value === 'number' ? value : 0 })
                }
                value={typed[name] || null}
              />
            </>
          ) : null}
        </td>
      ))}
      <td>
        {typed ? (
          <input
            aria-label={`Code of what was denied of ${line.title}`}
            className="ops-input"
            maxLength={5}
            onChange={(event) => onChange({ ...typed, deniedCode: event.target.value.trim() })}
            value={typed.deniedCode}
          />
        ) : null}
      </td>
      <td className="ops-number">
        {typed === null ? null : open === 0 ? <Chip tone="ok">Adds up</Chip> : formatMoney(open)}
      </td>
    </tr>
  )
}

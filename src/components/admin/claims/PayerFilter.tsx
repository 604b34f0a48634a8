'use client'
import { useRouter } from 'next/navigation'

type Props = { payer: string; payers: readonly { id: string; name: string }[] }

/** One payer's claims, or all. */
export const PayerFilter = ({ payer, payers }: Props) => {
  const router = useRouter()
  return (
    <div className="ops-row">
      <label htmlFor="claim-payer">Payer</label>
      <select
        className="ops-input ops-input--inline"
        id="claim-payer"
        onChange={(event) =>
          router.push(
            event.target.value
              ? `/admin/claim-board?payer=${event.target.value}`
              : '/admin/claim-board',
          )
        }
        value={payer}
      >
        <option value="">All payers</option>
        {payers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

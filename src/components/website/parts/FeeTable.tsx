import { formatMoney } from '@/src/domain/money'

export type FeeLine = { label: string; detail?: string; amountCents: number }

/** What a session costs, before any insurance. */
export const FeeTable = ({ caption, lines }: { caption: string; lines: readonly FeeLine[] }) => (
  <table className="fees">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Service</th>
        <th scope="col" className="amount">
          Fee
        </th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ label, detail, amountCents }) => (
        <tr key={`${label}|${detail}`}>
          <th scope="row">
            {label}
            {detail ? <span className="muted"> {detail}</span> : null}
          </th>
          <td className="amount">{formatMoney(amountCents)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

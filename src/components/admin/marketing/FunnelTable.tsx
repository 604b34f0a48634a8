import { formatMoney } from '@/src/domain/money'
import type { FunnelAnswer, FunnelAnswerRow } from './funnelTypes'
import { sourceWords } from './sourceWords'

const Cell = ({
  value,
  threshold,
  isMoney,
}: {
  value: number | null
  threshold: number | null
  isMoney?: boolean
}) => (
  <td className="ops-right">
    {value === null ? (
      <span
        className="ops-muted"
        title={`Fewer than ${threshold ?? 5} people: hidden so that nobody can be recognized`}
      >
        hidden
      </span>
    ) : isMoney ? (
      formatMoney(value)
    ) : (
      value
    )}
  </td>
)

type RowProps = { row: FunnelAnswerRow; cost: number; threshold: number | null; isTotal?: boolean }

const Line = ({ row, cost, threshold, isTotal }: RowProps) => (
  <tr>
    <th scope="row">{isTotal ? 'All sources' : sourceWords(row.source)}</th>
    <Cell threshold={threshold} value={row.inquiries} />
    <Cell threshold={threshold} value={row.intakes} />
    <Cell threshold={threshold} value={row.keptSessions} />
    <Cell isMoney threshold={threshold} value={row.revenueCents} />
    <td className="ops-right">{formatMoney(cost)}</td>
    <td className="ops-right">
      {row.inquiries && cost ? formatMoney(Math.round(cost / row.inquiries)) : '–'}
    </td>
  </tr>
)

/** Source by source: who wrote, came, stayed and paid, and what it cost. Counts only, no person. */
export const FunnelTable = ({ funnel }: { funnel: FunnelAnswer }) => {
  const costOf = (source: string): number =>
    funnel.costs.find((cost) => cost.source === source)?.costCents ?? 0
  const allCosts = funnel.costs.reduce((sum, { costCents }) => sum + costCents, 0)
  return (
    <div className="ops-table-wrap">
      <table className="ops-table">
        <caption className="ops-sr">Inquiries and what came of them, by source</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th className="ops-right" scope="col">
              Inquiries
            </th>
            <th className="ops-right" scope="col">
              Intakes booked
            </th>
            <th className="ops-right" scope="col">
              Came to a session
            </th>
            <th className="ops-right" scope="col">
              Revenue
            </th>
            <th className="ops-right" scope="col">
              Cost
            </th>
            <th className="ops-right" scope="col">
              Cost per inquiry
            </th>
          </tr>
        </thead>
        <tbody>
          {funnel.rows.map((row) => (
            <Line
              cost={costOf(row.source)}
              key={row.source}
              row={row}
              threshold={funnel.threshold}
            />
          ))}
        </tbody>
        <tfoot>
          <Line cost={allCosts} isTotal row={funnel.total} threshold={funnel.threshold} />
        </tfoot>
      </table>
    </div>
  )
}

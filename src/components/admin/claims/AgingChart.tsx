import { scaleBand, scaleLinear } from '@visx/scale'
import { formatMoney } from '@/src/domain/money'

// Narrow, so that its words can be read on a phone.
const size = { width: 360, height: 150, bottom: 26, top: 24 }

const wholeDollars = (cents: number): string =>
  formatMoney(Math.round(cents / 100) * 100).replace(/\.00$/, '')

type Props = { buckets: readonly string[]; cents: readonly number[] }

/** What is owed by age as columns, drawn on the server; the table beneath holds every figure. */
export const AgingChart = ({ buckets, cents }: Props) => {
  const x = scaleBand<string>({ domain: [...buckets], range: [0, size.width], padding: 0.2 })
  const y = scaleLinear<number>({
    domain: [0, Math.max(1, ...cents)],
    range: [size.height - size.bottom, size.top],
  })
  return (
    <svg
      aria-label={buckets
        .map((bucket, at) => `${bucket}: ${formatMoney(cents[at] ?? 0)}`)
        .join(', ')}
      className="ops-chart ops-chart--narrow"
      role="img"
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      {buckets.map((bucket, at) => {
        const amount = Math.max(0, cents[at] ?? 0)
        const middle = (x(bucket) ?? 0) + x.bandwidth() / 2
        return (
          <g key={bucket}>
            <rect
              fill={at > 2 ? 'var(--ops-bad)' : 'var(--ops-chart-1)'}
              height={y(0) - y(amount)}
              rx={4}
              width={x.bandwidth()}
              x={x(bucket)}
              y={y(amount)}
            />
            <text className="ops-chart__value" textAnchor="middle" x={middle} y={y(amount) - 6}>
              {wholeDollars(cents[at] ?? 0)}
            </text>
            <text className="ops-chart__label" textAnchor="middle" x={middle} y={size.height - 6}>
              {bucket}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

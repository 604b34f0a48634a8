import { scaleBand, scaleLinear } from '@visx/scale'
import type { FunnelAnswerRow } from './funnelTypes'

const stages = [
  { key: 'inquiries', label: 'Wrote to us' },
  { key: 'intakes', label: 'Booked an intake' },
  { key: 'keptSessions', label: 'Came to a session' },
] as const

const size = { width: 640, row: 44, label: 150, value: 90 }

/** The funnel of all sources as bars, drawn on the server; the table beneath holds every figure. */
export const FunnelChart = ({ total }: { total: FunnelAnswerRow }) => {
  const known = stages.map(({ key, label }) => ({ label, value: total[key] }))
  const x = scaleLinear<number>({
    domain: [0, Math.max(1, ...known.map(({ value }) => value ?? 0))],
    range: [0, size.width - size.label - size.value],
  })
  const y = scaleBand<string>({
    domain: known.map(({ label }) => label),
    range: [0, known.length * size.row],
    padding: 0.3,
  })
  return (
    <svg
      aria-label={`Funnel: ${known.map(({ label, value }) => `${label} ${value ?? 'hidden'}`).join(', ')}`}
      className="ops-chart"
      role="img"
      viewBox={`0 0 ${size.width} ${known.length * size.row}`}
    >
      {known.map(({ label, value }) => {
        const top = y(label) ?? 0
        const middle = top + y.bandwidth() / 2
        return (
          <g key={label}>
            <text className="ops-chart__label" dominantBaseline="middle" x={0} y={middle}>
              {label}
            </text>
            <rect
              fill="var(--ops-brand-soft)"
              height={y.bandwidth()}
              rx={4}
              width={x.range()[1]}
              x={size.label}
              y={top}
            />
            <rect
              fill="var(--ops-chart-1)"
              height={y.bandwidth()}
              rx={4}
              width={x(value ?? 0)}
              x={size.label}
              y={top}
            />
            <text
              className="ops-chart__value"
              dominantBaseline="middle"
              textAnchor="end"
              x={size.width}
              y={middle}
            >
              {value ?? 'hidden'}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'

const size = { width: 140, height: 34, edge: 4 }

type Props = { points: readonly (number | null)[]; label: string }

/** A trend in small, drawn on the server; whoever shows it has the numbers in a table beside it. */
export const Sparkline = ({ points, label }: Props) => {
  const known = points.flatMap((value, at) => (value === null ? [] : [{ at, value }]))
  const last = known.at(-1)
  if (known.length < 2 || !last) return null
  const values = known.map(({ value }) => value)
  const x = scaleLinear<number>({
    domain: [0, points.length - 1],
    range: [size.edge, size.width - size.edge],
  })
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...values), Math.max(...values) || 1],
    range: [size.height - size.edge, size.edge],
  })
  return (
    <svg
      aria-label={label}
      className="ops-sparkline"
      role="img"
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      <LinePath
        data={known}
        fill="none"
        stroke="var(--ops-chart-1)"
        strokeWidth={2}
        x={({ at }) => x(at)}
        y={({ value }) => y(value)}
      />
      <circle cx={x(last.at)} cy={y(last.value)} fill="var(--ops-chart-1)" r={3} />
    </svg>
  )
}

import { scaleLinear, scaleTime } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { findMeasure } from '@/src/domain/measures/catalog'
import { practiceDayOf } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { textIn } from '../page/read'
import type { MeasureSeries } from './chartSummary'

type Point = { id: string; at: Date; total: number }

const pointsOf = (series: MeasureSeries): Point[] =>
  series.points
    .filter((row) => typeof row['total'] === 'number')
    .map((row) => ({
      id: row.id,
      at: new Date(textIn(row, 'submittedAt')),
      total: Number(row['total']),
    }))

const soft = [
  'var(--ops-ok-soft)',
  'var(--ops-info-soft)',
  'var(--ops-warn-soft)',
  'var(--ops-warn-soft)',
  'var(--ops-bad-soft)',
]

// Room for "moderately severe" before the first point; the whole is narrow, so that it can be read on a phone.
const bandWordsWidth = 140

const oneDayMs = 86_400_000

/** Scores over time with the severity bands behind them; drawn on the server. A table stands beside it. */
export const MeasureChart = ({ series, isSmall }: { series: MeasureSeries; isSmall?: boolean }) => {
  const points = pointsOf(series)
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return <p className="ops-muted">No score yet.</p>
  const maximum = series.maximum ?? Math.max(...points.map(({ total }) => total))
  const size = isSmall
    ? { width: 300, height: 120, left: 26, right: 12, top: 10, bottom: 22 }
    : { width: 380, height: 200, left: 26, right: 14, top: 12, bottom: 24 }
  const firstX = size.left + (isSmall ? 8 : bandWordsWidth)
  const x = scaleTime<number>({
    domain: [first.at, last.at > first.at ? last.at : new Date(first.at.getTime() + oneDayMs)],
    range: [firstX, size.width - size.right - 8],
  })
  const y = scaleLinear<number>({
    domain: [0, maximum],
    range: [size.height - size.bottom, size.top],
  })
  const bands = findMeasure(series.measureId)?.score.bands ?? []
  const label = (point: Point): string => spellDay(practiceDayOf(point.at)).replace(/^\w+, /, '')
  return (
    <svg
      aria-label={`${series.title}: ${points.map((point) => `${point.total} on ${label(point)}`).join(', ')}`}
      className="ops-chart ops-chart--narrow"
      role="img"
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      {bands.map((band, index) => {
        const top = y(Math.min(band.to + 1, maximum))
        return (
          <g key={band.label}>
            <rect
              fill={soft[Math.min(index, soft.length - 1)]}
              height={Math.max(0, y(band.from) - top)}
              width={size.width - size.right - size.left}
              x={size.left}
              y={top}
            />
            {isSmall ? null : (
              <text
                className="ops-chart__small"
                dominantBaseline="middle"
                x={size.left + 6}
                y={(y(band.from) + top) / 2}
              >
                {band.label}
              </text>
            )}
          </g>
        )
      })}
      {[0, maximum].map((tick) => (
        <text
          className="ops-chart__small"
          dominantBaseline="middle"
          key={tick}
          textAnchor="end"
          x={size.left - 6}
          y={y(tick)}
        >
          {tick}
        </text>
      ))}
      <LinePath
        data={points}
        stroke="var(--ops-chart-1)"
        strokeWidth={2.5}
        x={({ at }) => x(at)}
        y={({ total }) => y(total)}
      />
      {points.map((point) => (
        <g key={point.id}>
          <circle
            cx={x(point.at)}
            cy={y(point.total)}
            fill="var(--ops-chart-1)"
            r={4.5}
            stroke="var(--ops-surface)"
            strokeWidth={1.5}
          />
          {isSmall && point !== last ? null : (
            <text
              className="ops-chart__value"
              textAnchor="middle"
              x={x(point.at)}
              y={y(point.total) - 10}
            >
              {point.total}
            </text>
          )}
        </g>
      ))}
      <text className="ops-chart__small" x={firstX} y={size.height - 6}>
        {label(first)}
      </text>
      {last === first ? null : (
        <text
          className="ops-chart__small"
          textAnchor="end"
          x={size.width - size.right}
          y={size.height - 6}
        >
          {label(last)}
        </text>
      )}
    </svg>
  )
}

import { scaleLinear } from '@visx/scale'
import { drawnFunnel } from '@/src/domain/outreach/funnel'
import type { FunnelAnswer } from './funnelTypes'
import { sourceWords } from './sourceWords'

const stages = [
  { key: 'inquiries', label: 'Wrote to us' },
  { key: 'intakes', label: 'Booked an intake' },
  { key: 'keptSessions', label: 'Came to a session' },
] as const

const joined = (names: readonly string[]): string =>
  new Intl.ListFormat('en-US', { type: 'conjunction' }).format(names)

// Narrow, so that its words can be read on a phone.
const size = { width: 360, row: 50, label: 22 }

/** The funnel as bars, drawn on the server; the table beneath holds every figure. */
export const FunnelChart = ({ funnel }: { funnel: FunnelAnswer }) => {
  const drawn = drawnFunnel(funnel)
  const known = stages.map(({ key, label }) => ({ label, value: drawn.stages[key] }))
  const x = scaleLinear<number>({
    domain: [0, Math.max(1, ...known.map(({ value }) => value ?? 0))],
    range: [0, size.width],
  })
  return (
    <>
      <svg
        aria-label={`Funnel: ${known.map(({ label, value }) => `${label} ${value ?? 'hidden'}`).join(', ')}`}
        className="ops-chart ops-chart--narrow"
        role="img"
        viewBox={`0 0 ${size.width} ${known.length * size.row}`}
      >
        {known.map(({ label, value }, at) => {
          const top = at * size.row
          const bar = { height: size.row - size.label - 10, rx: 4, y: top + size.label }
          return (
            <g key={label}>
              <text className="ops-chart__label" x={0} y={top + size.label - 7}>
                {label}
              </text>
              <text
                className="ops-chart__value"
                textAnchor="end"
                x={size.width}
                y={top + size.label - 7}
              >
                {value ?? 'hidden'}
              </text>
              {value === null ? null : (
                <>
                  <rect {...bar} fill="var(--ops-brand-soft)" width={size.width} />
                  <rect {...bar} fill="var(--ops-chart-1)" width={x(value)} />
                </>
              )}
            </g>
          )
        })}
      </svg>
      {drawn.sources ? (
        <p className="ops-small ops-muted">
          {joined(drawn.sources.map(sourceWords))}: the sources with enough people at every stage.
        </p>
      ) : null}
    </>
  )
}

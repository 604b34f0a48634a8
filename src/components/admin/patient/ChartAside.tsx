import type { PayloadRequest } from 'payload'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { namesOf, numberIn, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { StateChip } from '../ui/StateChip'
import type { ChartSummary, MeasureSeries } from './chartSummary'
import { MeasureChart } from './MeasureChart'

const PlanInShort = ({ chart, id }: { chart: ChartSummary; id: string }) => {
  const { plan, planDue } = chart
  if (!plan) {
    return planDue?.dueOn ? (
      <Card title="Plan">
        <p>
          No plan yet. It is due by <strong>{spellDay(planDue.dueOn)}</strong>.
        </p>
        <a href={`/admin/patient/${id}?section=plan`}>Open plan</a>
      </Card>
    ) : null
  }
  return (
    <Card aside={<StateChip state={textIn(plan, 'status')} />} title="Plan">
      <ul className="ops-plain-list">
        {(plan.objectives ?? []).slice(0, 4).map((row) => (
          <li key={row.id}>{textIn(row, 'text')}</li>
        ))}
      </ul>
      {textIn(plan, 'reviewOn') ? (
        <p className="ops-small ops-muted">Review by {spellDay(textIn(plan, 'reviewOn'))}</p>
      ) : null}
      <a href={`/admin/patient/${id}?section=plan`}>Whole plan</a>
    </Card>
  )
}

const Coverage = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const of = { patient: { equals: id } }
  const [policies, authorizations] = await Promise.all([
    readRows(req, 'insurance-policies', { where: of, sort: 'priority', limit: 5 }),
    readRows(req, 'authorizations', { where: of, sort: '-effectiveFrom', limit: 5 }),
  ])
  if (!policies.length && !authorizations.length) return null
  const payers = await namesOf(req, {
    slug: 'payers',
    column: 'payer',
    rows: policies,
    name: 'name',
  })
  return (
    <Card title="Coverage and units">
      <ul className="ops-plain-list">
        {policies.map((row) => (
          <li key={row.id}>
            {payers.get(refIn(row, 'payer')) ?? 'Insurance'}{' '}
            <span className="ops-muted">{textIn(row, 'memberId')}</span>
          </li>
        ))}
        {authorizations.map((row) => {
          const left =
            numberIn(row, 'unitsApproved') -
            numberIn(row, 'unitsReserved') -
            numberIn(row, 'unitsUsed')
          return (
            <li className="ops-number" key={row.id}>
              {left} of {numberIn(row, 'unitsApproved')} units free
              <span className="ops-small ops-muted">
                {' '}
                until {spellDay(textIn(row, 'effectiveTo'))}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

type Props = { req: PayloadRequest; id: string; chart: ChartSummary }

/** The short facts that stay in sight in every section. */
export const ChartAside = ({ req, id, chart }: Props) => {
  const answeredAt = (series: MeasureSeries): string => textIn(series.points.at(-1), 'submittedAt')
  // What was answered last says most about now.
  const [series] = [...(chart.measures ?? [])].sort((a, b) =>
    answeredAt(b).localeCompare(answeredAt(a)),
  )
  return (
    <aside aria-label="At a glance" className="ops-stack ops-chart-aside">
      <PlanInShort chart={chart} id={id} />
      {series?.points.length ? (
        <Card
          aside={<a href={`/admin/patient/${id}?section=measures`}>All</a>}
          title={series.measureId}
        >
          <MeasureChart isSmall series={series} />
        </Card>
      ) : null}
      {chart.nextVisits?.length ? (
        <Card title="Next visits">
          <ul className="ops-plain-list">
            {chart.nextVisits.map((row) => (
              <li className="ops-number" key={row.id}>
                {formatDateTime({
                  instant: textIn(row, 'startsAt'),
                  zone: textIn(row, 'zone') || practiceZone(),
                })}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Coverage id={id} req={req} />
    </aside>
  )
}

import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { RecordActions } from '../actions/RecordActions'
import { spellDay } from '../fields/spellDay'
import { textIn } from '../page/read'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'
import { diagnosisFields } from './chartFields'
import type { ChartSummary } from './chartSummary'

type Props = { req: PayloadRequest; id: string; chart: ChartSummary }

/** What was diagnosed, what was found dangerous and what was done about it. */
export const HealthSection = ({ req, id, chart }: Props) => {
  const report = offered(req, { slug: 'risk-events', name: 'report' })
  const mayWrite = isGranted(req, 'diagnoses', 'create')
  const maySeeRisk = chart.risks !== null
  return (
    <>
      <Card
        aside={
          mayWrite ? (
            <RecordButton
              about="a diagnosis"
              fields={diagnosisFields}
              label="Add"
              preset={{ patient: id }}
              slug="diagnoses"
              title="Diagnosis"
              values={{ rank: (chart.diagnoses?.length ?? 0) + 1, diagnosedOn: practiceToday() }}
            />
          ) : null
        }
        count={chart.diagnoses?.length ?? 0}
        title="Diagnoses"
      >
        {chart.diagnoses?.length ? null : (
          <Empty>No diagnosis yet. A claim and a note need one.</Empty>
        )}
        <ul className="ops-queue">
          {chart.diagnoses?.map((row) => (
            <li key={row.id}>
              <div className="ops-queue__what">
                <a href={`/admin/collections/diagnoses/${row.id}`}>
                  {textIn(row, 'code')} {textIn(row, 'description')}
                </a>
                <span className="ops-small ops-muted">
                  {textIn(row, 'rank') === '1' ? 'Principal, ' : ''}since{' '}
                  {spellDay(textIn(row, 'diagnosedOn'))}
                  {textIn(row, 'endedOn') ? `, until ${spellDay(textIn(row, 'endedOn'))}` : ''}
                </span>
              </div>
              <span className="ops-row">
                <StateChip state={textIn(row, 'status')} />
                {mayWrite ? <RecordActions id={row.id} slug="diagnoses" /> : null}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {maySeeRisk ? (
        <Card
          aside={
            report ? (
              <ActionButton
                action={report}
                preset={{ patient: id }}
                target={{ slug: 'risk-events', id: null }}
              />
            ) : null
          }
          count={chart.risks?.length ?? 0}
          title="Open risk"
        >
          {chart.risks?.length ? null : <Empty>No open risk.</Empty>}
          <ul className="ops-queue">
            {chart.risks?.map((row) => (
              <li key={row.id}>
                <div className="ops-queue__what">
                  <a href={`/admin/collections/risk-events/${row.id}`}>
                    {formatDateTime({ instant: textIn(row, 'detectedAt'), zone: practiceZone() })}
                  </a>
                  <span>{textIn(row, 'detail')}</span>
                </div>
                <span className="ops-row">
                  <StateChip state={textIn(row, 'status')} />
                  <RecordActions id={row.id} slug="risk-events" />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {maySeeRisk ? (
        <Card title="Safety plan">
          {chart.safetyPlan ? (
            <p className="ops-row">
              <a href={`/admin/collections/safety-plans/${chart.safetyPlan.id}`}>
                Open the safety plan
              </a>
              {chart.safetyPlan['isShared'] === true ? <StateChip state="shared" /> : null}
            </p>
          ) : (
            <p>
              None yet.{' '}
              <a href={`/admin/collections/safety-plans/create?patient=${id}`}>
                Write one with the patient
              </a>
            </p>
          )}
        </Card>
      ) : null}
    </>
  )
}

import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { MEASURES } from '@/src/domain/measures/catalog'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip, type Tone } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { AssignMeasure } from './AssignMeasure'
import type { ChartSummary, MeasureSeries } from './chartSummary'
import { MeasureChart } from './MeasureChart'

const changeWords: Record<string, { text: string; tone: Tone }> = {
  recovered: { text: 'Recovered', tone: 'ok' },
  reliablyImproved: { text: 'Reliably better', tone: 'ok' },
  noReliableChange: { text: 'No reliable change', tone: 'plain' },
  reliablyDeteriorated: { text: 'Reliably worse', tone: 'bad' },
  harmed: { text: 'Newly above the cut-off', tone: 'bad' },
  maintained: { text: 'Stayed well', tone: 'ok' },
}

const Series = ({ series }: { series: MeasureSeries }) => {
  const change = series.change ? changeWords[series.change.category] : null
  return (
    <Card
      aside={change ? <Chip tone={change.tone}>{change.text}</Chip> : null}
      title={series.title}
    >
      <MeasureChart series={series} />
      <div className="ops-table-wrap">
        <table className="ops-table">
          <caption className="ops-sr">{series.title}, every score</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th className="ops-right" scope="col">
                Score{series.maximum ? ` of ${series.maximum}` : ''}
              </th>
              <th scope="col">Severity</th>
              <th scope="col">Noted</th>
            </tr>
          </thead>
          <tbody>
            {[...series.points].reverse().map((point) => (
              <tr key={point.id}>
                <th className="ops-when" scope="row">
                  {formatDateTime({ instant: textIn(point, 'submittedAt'), zone: practiceZone() })}
                </th>
                <td className="ops-right">{textIn(point, 'total') || '–'}</td>
                <td>{textIn(point, 'band')}</td>
                <td>
                  {[
                    point['isProrated'] === true ? 'prorated' : '',
                    point['hasCritical'] === true ? 'critical item' : '',
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

type Props = { req: PayloadRequest; id: string; chart: ChartSummary }

/** Every questionnaire of the patient over time, and what still waits for answers. */
export const MeasuresSection = ({ req, id, chart }: Props) => {
  const known = [...new Map(MEASURES.map((measure) => [measure.id, measure.title]))]
  return (
    <>
      {isGranted(req, 'measure-responses', 'create') ? (
        <AssignMeasure measures={known.map(([value, label]) => ({ value, label }))} patient={id} />
      ) : null}
      {chart.openMeasures?.length ? (
        <Card count={chart.openMeasures.length} title="Waiting for answers">
          <ul className="ops-queue">
            {chart.openMeasures.map((row) => (
              <li key={row.id}>
                <a href={`/admin/collections/measure-responses/${row.id}`}>
                  {textIn(row, 'measureId')}
                </a>
                <span className="ops-small ops-muted">
                  {textIn(row, 'dueOn') ? `Due ${spellDay(textIn(row, 'dueOn'))}` : 'Any time'}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {chart.measures?.length ? (
        chart.measures.map((series) => <Series key={series.measureId} series={series} />)
      ) : (
        <Card title="Scores">
          <Empty>
            No questionnaire was answered yet. Assign one; the patient fills it in the portal.
          </Empty>
        </Card>
      )}
    </>
  )
}

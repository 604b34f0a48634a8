import type { PayloadRequest } from 'payload'
import { formatDate } from '@/src/domain/calendarDate'
import { type NamedFigure, readFigures } from '@/src/figures/readFigures'
import { shownValue } from '@/src/figures/words'
import { Card } from '../ui/Card'
import { Sparkline } from '../ui/Sparkline'

const shownParts = 4

const trendWords = ({ label, unit, trend }: NamedFigure): string =>
  `${label}, twelve weeks: ${trend.map((point) => shownValue(unit, point)).join(', ')}`

const partWords = (parts: NamedFigure['parts']): string =>
  [
    ...parts.slice(0, shownParts).map(({ name, amount }) => `${name} ${amount}`),
    ...(parts.length > shownParts ? [`${parts.length - shownParts} more`] : []),
  ].join(', ')

const FigureBox = ({ figure }: { figure: NamedFigure }) => (
  <div className="ops-monday__figure">
    <dt>{figure.list ? <a href={figure.list}>{figure.label}</a> : figure.label}</dt>
    <dd className="ops-monday__value">{shownValue(figure.unit, figure.value)}</dd>
    <dd>
      <Sparkline label={trendWords(figure)} points={figure.trend} />
    </dd>
    <dd className="ops-small ops-muted">
      {figure.unit === 'share'
        ? `${figure.about} (${figure.numerator.toLocaleString('en-US')} of ${(figure.denominator ?? 0).toLocaleString('en-US')})`
        : figure.about}
    </dd>
    {figure.parts.length ? <dd className="ops-small">{partWords(figure.parts)}</dd> : null}
  </div>
)

/** The practice in ten figures, each with twelve weeks and its list one click away; the numbers beneath. */
export const Monday = async ({ req }: { req: PayloadRequest }) => {
  const { figures, weeks } = await readFigures(req)
  return (
    <Card
      aside={
        <a download href="/api/figures?format=csv">
          Take as CSV
        </a>
      }
      title="The practice in ten figures"
    >
      <dl className="ops-monday">
        {figures.map((figure) => (
          <FigureBox figure={figure} key={figure.key} />
        ))}
      </dl>
      <details>
        <summary>The twelve weeks in numbers</summary>
        <div className="ops-table-wrap">
          <table className="ops-table ops-table--wide">
            <caption className="ops-sr">Each figure at the end of each week</caption>
            <thead>
              <tr>
                <th scope="col">Until</th>
                {weeks.map((week) => (
                  <th className="ops-number" key={week} scope="col">
                    {formatDate(week).replace(/, \d{4}$/, '')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.map(({ key, label, unit, trend }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {weeks.map((week, at) => (
                    <td className="ops-number" key={week}>
                      {shownValue(unit, trend[at] ?? null)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Card>
  )
}

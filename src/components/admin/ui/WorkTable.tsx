import type { ReactNode } from 'react'
import { Empty } from './Empty'

export type WorkColumn<Line> = {
  label: string
  of: (line: Line) => ReactNode
  isNumber?: boolean
}

type Props<Line> = {
  lines: readonly Line[]
  /** The first says what a line is about. */
  columns: readonly WorkColumn<Line>[]
  /** The way on from a line, at its end. */
  toDo: (line: Line) => ReactNode
  /** What it means that there is nothing; without it nothing is shown then. */
  empty?: ReactNode
}

/** Lines with what can be done about each; on a narrow screen every line stands for itself, with its labels. */
export const WorkTable = <Line extends { id: string }>({
  lines,
  columns,
  toDo,
  empty,
}: Props<Line>) => {
  if (!lines.length) return empty ? <Empty>{empty}</Empty> : null
  return (
    <div className="ops-table-wrap">
      <table className="ops-table ops-table--stack">
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">
              <span className="ops-sr">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              {columns.map(({ label, of, isNumber }, index) => (
                <td
                  className={isNumber ? 'ops-number' : undefined}
                  data-label={index ? label : undefined}
                  key={label}
                >
                  {of(line)}
                </td>
              ))}
              <td className="ops-right">{toDo(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import type { ActionField } from '@/hooks/actions/define'
import { numberIn, type Row, textIn } from '../page/read'
import { RecordButton } from '../record/RecordButton'
import { valuesOf } from './valuesOf'

type Column = { label: string; of: (row: Row) => React.ReactNode }

type Props = {
  slug: string
  rows: readonly Row[]
  fields: readonly ActionField[]
  /** What stands first in each line. */
  name: string
  columns: readonly Column[]
}

/** What was entered so far, each line with the way to change it. */
export const RecordTable = ({ slug, rows, fields, name, columns }: Props) =>
  rows.length ? (
    <div className="ops-table-wrap">
      <table className="ops-table ops-table--stack">
        <thead>
          <tr>
            <th scope="col">Name</th>
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
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{textIn(row, name)}</td>
              {columns.map(({ label, of }) => (
                <td data-label={label} key={label}>
                  {of(row)}
                </td>
              ))}
              <td className="ops-right">
                <RecordButton
                  about={textIn(row, name)}
                  fields={fields}
                  id={row.id}
                  label="Change"
                  rev={numberIn(row, 'rev')}
                  slug={slug}
                  title={`Change ${textIn(row, name)}`}
                  values={valuesOf(fields, row)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ) : null

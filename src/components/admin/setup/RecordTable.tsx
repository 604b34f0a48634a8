import type { ActionField } from '@/hooks/actions/define'
import { numberIn, type Row, textIn } from '../page/read'
import { valuesOf } from '../record/formValues'
import { RecordButton } from '../record/RecordButton'
import { type WorkColumn, WorkTable } from '../ui/WorkTable'

type Props = {
  slug: string
  rows: readonly Row[]
  fields: readonly ActionField[]
  /** What stands first in each line. */
  name: string
  columns: readonly WorkColumn<Row>[]
}

/** What was entered so far, each line with the way to change it. */
export const RecordTable = ({ slug, rows, fields, name, columns }: Props) => (
  <WorkTable
    columns={[{ label: 'Name', of: (row) => textIn(row, name) }, ...columns]}
    lines={rows}
    toDo={(row) => (
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
    )}
  />
)

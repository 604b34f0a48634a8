import type { PayloadRequest } from 'payload'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { PrintButton } from './PrintButton'
import { counted } from './words'

const groupOf = (row: Row): string =>
  ['at', 'kind', 'outcome', 'sentence'].map((name) => textIn(row, name)).join('|') +
  refIn(row, 'successor')

/** Lines of the same hand-over told as one. */
const grouped = (rows: readonly Row[]): { row: Row; count: number }[] => {
  const groups = new Map<string, { row: Row; count: number }>()
  for (const row of rows) {
    const key = groupOf(row)
    const known = groups.get(key)
    groups.set(key, { row, count: (known?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

const sentenceOf = (row: Row, count: number, successor: string): string => {
  const [kind, why] = [textIn(row, 'kind'), textIn(row, 'sentence')]
  if (kind === 'left') return why
  if (textIn(row, 'outcome') === 'moved') return `${counted(kind, count)} to ${successor}.`
  if (textIn(row, 'outcome') === 'ended') return `${counted(kind, count)} ended.`
  return `${counted(kind, count)} not moved. ${why}`
}

/** What was done when somebody left, line by line, to read and to print (R97). */
export const LeavingReport = async ({ req, staff }: { req: PayloadRequest; staff: string }) => {
  const rows = await readRows(req, 'handovers', {
    where: { staff: { equals: staff } },
    sort: 'at',
    limit: 5000,
  })
  const [successors, doers] = await Promise.all(
    ['successor', 'doneBy'].map((column) =>
      namesOf(req, { slug: 'staff', column, rows, name: 'name' }),
    ),
  )
  const zone = practiceZone()
  return (
    <Card aside={rows.length ? <PrintButton /> : null} title="What was done">
      {rows.length ? (
        <div className="ops-table-wrap">
          <table className="ops-table ops-table--stack">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">By</th>
              </tr>
            </thead>
            <tbody>
              {grouped(rows).map(({ row, count }) => (
                <tr key={row.id}>
                  <td className="ops-when">
                    {formatDateTime({ instant: textIn(row, 'at'), zone })}
                  </td>
                  <td>
                    {sentenceOf(row, count, successors?.get(refIn(row, 'successor')) ?? 'somebody')}
                  </td>
                  <td data-label="By">{doers?.get(refIn(row, 'doneBy')) ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Empty>Nothing was handed over yet.</Empty>
      )}
    </Card>
  )
}

import type { PayloadRequest } from 'payload'
import { formatDate } from '@/src/domain/calendarDate'
import { numberIn, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { listStates } from './words'

/** Lists that are over, with the certificates of what was destroyed. */
export const EarlierLists = async ({ req }: { req: PayloadRequest }) => {
  const lists = await readRows(req, 'destruction-lists', {
    where: { status: { in: ['done', 'declined'] } },
    sort: '-madeOn',
    limit: 50,
  })
  return (
    <Card title="Earlier lists and certificates">
      {lists.length ? (
        <div className="ops-table-wrap">
          <table className="ops-table ops-table--stack">
            <thead>
              <tr>
                <th scope="col">List of</th>
                <th scope="col">Charts</th>
                <th scope="col">State</th>
                <th scope="col">Certificate</th>
              </tr>
            </thead>
            <tbody>
              {lists.map((list) => {
                const status = textIn(list, 'status')
                const state = listStates[status]
                const made = formatDate(textIn(list, 'madeOn'))
                return (
                  <tr key={list.id}>
                    <td>{made}</td>
                    <td data-label="Charts">{numberIn(list, 'chartCount')}</td>
                    <td>
                      <Chip tone={state?.tone ?? 'plain'}>{state?.label}</Chip>
                    </td>
                    <td>
                      {status === 'done' ? (
                        <a href={`/api/destruction-lists/${list.id}/certificate`}>
                          PDF<span className="ops-sr"> of the list of {made}</span>
                        </a>
                      ) : (
                        textIn(list, 'declineReason')
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      ) : (
        <Empty>Nothing was destroyed yet.</Empty>
      )}
    </Card>
  )
}

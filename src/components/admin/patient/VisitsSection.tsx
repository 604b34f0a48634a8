import type { PayloadRequest } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { RecordActions } from '../actions/RecordActions'
import { formatLabel, kindLabel } from '../calendar/visitWords'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'

// Nobody comes, or stays away, before the day.
const ofTheDay = ['check-in', 'no-show'] as const

const Line = ({
  row,
  clinician,
  withActions,
  today,
}: {
  row: Row
  clinician: string
  withActions: boolean
  today: string
}) => (
  <li>
    <div className="ops-queue__what">
      <span className="ops-number">
        {formatDateTime({
          instant: textIn(row, 'startsAt'),
          zone: textIn(row, 'zone') || practiceZone(),
        })}
      </span>
      <span className="ops-small ops-muted">
        {[
          clinician,
          kindLabel(textIn(row, 'kind')),
          formatLabel(textIn(row, 'format')),
          `${textIn(row, 'minutes')} min`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
    <span className="ops-row">
      <StateChip state={textIn(row, 'status')} />
      {withActions ? (
        <RecordActions
          except={textIn(row, 'serviceDate') > today ? ofTheDay : []}
          id={row.id}
          initial={{ startsAt: textIn(row, 'startsAt') }}
          rev={Number(row['rev'] ?? 0)}
          slug="appointments"
        />
      ) : null}
    </span>
  </li>
)

/** Visits to come with what can be done about them, and those that were. */
export const VisitsSection = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const today = practiceToday()
  const rows = await readRows(req, 'appointments', {
    where: {
      and: [{ patient: { equals: id } }, { serviceDate: { less_than_equal: addDays(today, 730) } }],
    },
    sort: '-startsAt',
    limit: 100,
  })
  const clinicians = await namesOf(req, { slug: 'staff', column: 'clinician', rows, name: 'name' })
  const isAhead = (row: Row): boolean =>
    textIn(row, 'serviceDate') >= today &&
    ['booked', 'checkedIn', 'inSession'].includes(textIn(row, 'status'))
  const ahead = rows.filter(isAhead).reverse()
  const past = rows.filter((row) => !isAhead(row))
  const nameOf = (row: Row): string => clinicians.get(refIn(row, 'clinician')) ?? ''
  return (
    <>
      <Card count={ahead.length} title="Visits to come">
        {ahead.length === 0 ? <Empty>Nothing is booked. Use "Book visit" at the top.</Empty> : null}
        <ul className="ops-queue">
          {ahead.map((row) => (
            <Line clinician={nameOf(row)} key={row.id} row={row} today={today} withActions />
          ))}
        </ul>
      </Card>
      <Card count={past.length} title="Earlier">
        {past.length === 0 ? <Empty>No earlier visits.</Empty> : null}
        <ul className="ops-queue">
          {past.map((row) => (
            <Line
              clinician={nameOf(row)}
              key={row.id}
              row={row}
              today={today}
              withActions={false}
            />
          ))}
        </ul>
      </Card>
    </>
  )
}

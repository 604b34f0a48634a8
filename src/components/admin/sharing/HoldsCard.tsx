import type { PayloadRequest } from 'payload'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { holdReasons } from '@/src/domain/sharing/holdReasons'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'

const wordOf = (code: string): string =>
  holdReasons.find(({ value }) => value === code)?.label ?? code

const Hold = ({
  req,
  row,
  people,
}: {
  req: PayloadRequest
  row: Row
  people: ReadonlyMap<string, string>
}) => {
  const lift = offered(req, { slug: 'legal-holds', name: 'lift', record: row })
  const isActive = textIn(row, 'status') === 'active'
  const at = (name: string) => formatDateTime({ instant: textIn(row, name), zone: practiceZone() })
  const by = (name: string) => people.get(refIn(row, name)) ?? 'somebody who has left'
  return (
    <li>
      <div className="ops-queue__what">
        <a href={`/admin/collections/legal-holds/${row.id}`}>{wordOf(textIn(row, 'reasonCode'))}</a>
        <span className="ops-small ops-muted">
          Placed {at('placedAt')} by {by('placedBy')}
          {isActive ? '' : `, lifted ${at('liftedAt')} by ${by('liftedBy')}`}
        </span>
        {textIn(row, 'matter') ? <span className="ops-small">{textIn(row, 'matter')}</span> : null}
      </div>
      <span className="ops-row">
        <Chip tone={isActive ? 'bad' : 'plain'}>{isActive ? 'On hold' : 'Lifted'}</Chip>
        {lift?.isPossible ? (
          <ActionButton
            about={wordOf(textIn(row, 'reasonCode'))}
            action={lift}
            target={{ slug: 'legal-holds', id: row.id, rev: numberIn(row, 'rev') }}
          />
        ) : null}
      </span>
    </li>
  )
}

/** The matters of law for which this chart has to stay as it is. */
export const HoldsCard = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const holds = await readRows(req, 'legal-holds', {
    where: { patient: { equals: id } },
    sort: '-placedAt',
    limit: 50,
  })
  const place = offered(req, { slug: 'legal-holds', name: 'place' })
  const ids = holds.flatMap((row) => [refIn(row, 'placedBy'), refIn(row, 'liftedBy')])
  const people = await namesById(req, { slug: 'staff', column: 'name', ids })
  return (
    <Card
      aside={
        place ? (
          <ActionButton
            action={place}
            preset={{ patient: id }}
            target={{ slug: 'legal-holds', id: null }}
          />
        ) : null
      }
      count={holds.length}
      title="Legal holds"
    >
      {holds.length ? null : (
        <Empty>None. While there is one, nothing of the chart is voided or destroyed.</Empty>
      )}
      <ul className="ops-queue">
        {holds.map((row) => (
          <Hold key={row.id} people={people} req={req} row={row} />
        ))}
      </ul>
    </Card>
  )
}

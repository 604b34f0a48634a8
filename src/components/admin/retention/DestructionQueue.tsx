import type { PayloadRequest } from 'payload'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { formatDate } from '@/src/domain/calendarDate'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { lineStates, listStates } from './words'

const day = (text: string): string => (text ? formatDate(text) : 'not known')

type Names = ReadonlyMap<string, string>

const Lines = ({
  req,
  lines,
  patients,
}: {
  req: PayloadRequest
  lines: readonly Row[]
  patients: Names
}) => (
  <div className="ops-table-wrap">
    <table className="ops-table ops-table--stack">
      <thead>
        <tr>
          <th scope="col">Chart</th>
          <th scope="col">Last service</th>
          <th scope="col">Kept until</th>
          <th scope="col">By which rule</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="ops-sr">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const name = patients.get(refIn(line, 'patient')) ?? 'Chart'
          const keep = offered(req, { slug: 'destruction-lines', name: 'keep', record: line })
          const state = lineStates[textIn(line, 'status')]
          return (
            <tr key={line.id}>
              <td>
                <a href={`/admin/collections/patients/${refIn(line, 'patient')}`}>{name}</a>
              </td>
              <td data-label="Last service">{day(textIn(line, 'lastServiceOn'))}</td>
              <td data-label="Kept until">{day(textIn(line, 'keptUntil'))}</td>
              <td data-label="By which rule">{textIn(line, 'basis')}</td>
              <td>
                <Chip tone={state?.tone ?? 'plain'}>{state?.label}</Chip>
              </td>
              <td>
                {keep?.isPossible ? (
                  <ActionButton
                    about={name}
                    action={keep}
                    target={{ slug: 'destruction-lines', id: line.id, rev: numberIn(line, 'rev') }}
                  />
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </div>
)

const List = ({
  req,
  list,
  lines,
  names,
}: {
  req: PayloadRequest
  list: Row
  lines: readonly Row[]
  names: { patients: Names; staff: Names }
}) => {
  const target = { slug: 'destruction-lists', id: list.id, rev: numberIn(list, 'rev') }
  const approve = offered(req, { slug: target.slug, name: 'approve', record: list })
  const decline = offered(req, { slug: target.slug, name: 'decline', record: list })
  const me = String(req.user?.id ?? '')
  const approvers = ['complianceBy', 'ownerBy'].map((name) => refIn(list, name))
  const state = listStates[textIn(list, 'status')]
  return (
    <Card
      aside={<Chip tone={state?.tone ?? 'plain'}>{state?.label}</Chip>}
      count={lines.length}
      title={`To be destroyed, list of ${day(textIn(list, 'madeOn'))}`}
    >
      <Lines lines={lines} patients={names.patients} req={req} />
      <p>
        {approvers[0] ? `Compliance: ${names.staff.get(approvers[0])}. ` : 'Compliance: not yet. '}
        {approvers[1] ? `Owner: ${names.staff.get(approvers[1])}.` : 'Owner: not yet.'}
        {approvers.includes(me) ? ' You have approved it; somebody else gives the other.' : ''}
      </p>
      <div className="ops-row">
        {approve?.isPossible && !approvers.includes(me) ? (
          <ActionButton action={approve} target={target} />
        ) : null}
        {decline?.isPossible ? <ActionButton action={decline} target={target} /> : null}
      </div>
    </Card>
  )
}

/** Lists that wait for an approval or are being worked on. */
export const DestructionQueue = async ({ req }: { req: PayloadRequest }) => {
  const lists = await readRows(req, 'destruction-lists', {
    where: { status: { in: ['open', 'half', 'approved'] } },
    sort: 'madeOn',
  })
  if (!lists.length)
    return (
      <Card title="To be destroyed">
        <Empty>Nothing waits for approval. A list is made when a chart’s time is over.</Empty>
      </Card>
    )
  const lines = await readRows(req, 'destruction-lines', {
    where: { list: { in: lists.map(({ id }) => id) } },
    sort: 'keptUntil',
    limit: 2000,
  })
  const names = {
    patients: await namesById(req, {
      slug: 'patients',
      column: 'displayName',
      ids: lines.map((line) => refIn(line, 'patient')),
    }),
    staff: await namesById(req, {
      slug: 'staff',
      column: 'name',
      ids: lists.flatMap((list) => [refIn(list, 'complianceBy'), refIn(list, 'ownerBy')]),
    }),
  }
  return lists.map((list) => (
    <List
      key={list.id}
      lines={lines.filter((line) => refIn(line, 'list') === list.id)}
      list={list}
      names={names}
      req={req}
    />
  ))
}

import type { PayloadRequest } from 'payload'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { formatDate } from '@/src/domain/calendarDate'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { WorkTable } from '../ui/WorkTable'
import { lineStates, listStates } from './words'

const day = (text: string): string => (text ? formatDate(text) : 'not known')

type Names = ReadonlyMap<string, string>

type LinesProps = { req: PayloadRequest; lines: readonly Row[]; patients: Names }

const Lines = ({ req, lines, patients }: LinesProps) => {
  const nameOf = (line: Row): string => patients.get(refIn(line, 'patient')) ?? 'Chart'
  return (
    <WorkTable
      columns={[
        {
          label: 'Chart',
          of: (line) => (
            <a href={`/admin/collections/patients/${refIn(line, 'patient')}`}>{nameOf(line)}</a>
          ),
        },
        { label: 'Last service', of: (line) => day(textIn(line, 'lastServiceOn')) },
        { label: 'Kept until', of: (line) => day(textIn(line, 'keptUntil')) },
        { label: 'By which rule', of: (line) => textIn(line, 'basis') },
        {
          label: 'State',
          of: (line) => {
            const state = lineStates[textIn(line, 'status')]
            return <Chip tone={state?.tone ?? 'plain'}>{state?.label}</Chip>
          },
        },
      ]}
      lines={lines}
      toDo={(line) => {
        const keep = offered(req, { slug: 'destruction-lines', name: 'keep', record: line })
        return keep?.isPossible ? (
          <ActionButton
            about={nameOf(line)}
            action={keep}
            target={{ slug: 'destruction-lines', id: line.id, rev: numberIn(line, 'rev') }}
          />
        ) : null
      }}
    />
  )
}

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

import type { AdminViewServerProps, PayloadRequest, Where } from 'payload'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { AdminPage } from '../page/AdminPage'
import { readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { RequestRow } from './RequestRow'
import { readRequests, type ShownRequest } from './readRequests'

const path = '/admin/records-requests'

type RowsProps = { req: PayloadRequest; list: readonly ShownRequest[]; hasPrimary?: boolean }

const Rows = ({ req, list, hasPrimary }: RowsProps) => (
  <ul className="ops-queue ops-queue--wide">
    {list.map((shown, index) => (
      <RequestRow isFirst={hasPrimary && index === 0} key={shown.row.id} req={req} shown={shown} />
    ))}
  </ul>
)

/** Answered, but not sent or taken yet; and denied, with a second look asked for. */
const unfinished = async (req: PayloadRequest): Promise<Where> => {
  const waiting = await readRows(req, 'disclosures', {
    where: { and: [{ status: { equals: 'prepared' } }, { request: { exists: true } }] },
    select: ['patient', 'request', 'status'],
  })
  return {
    or: [
      { id: { in: waiting.map((row) => refIn(row, 'request')) } },
      {
        and: [
          { status: { equals: 'denied' } },
          { reviewAskedAt: { exists: true } },
          { reviewedAt: { exists: false } },
        ],
      },
    ],
  }
}

const finishedShown = 20

const Queue = async ({ req }: { req: PayloadRequest }) => {
  const [open, waiting, answered] = await Promise.all([
    readRequests(req, { status: { equals: 'open' } }, { limit: 200 }),
    readRequests(req, await unfinished(req), { limit: 200 }),
    readRequests(
      req,
      { status: { not_equals: 'open' } },
      { sort: '-receivedOn', limit: 2 * finishedShown },
    ),
  ])
  const over = answered.filter(({ next }) => !next).slice(0, finishedShown)
  const late = open.filter(({ row }) => textIn(row, 'dueOn') < practiceToday()).length
  return (
    <div className="ops-stack">
      <Card count={open.length} title="To be answered">
        {late ? (
          <p>
            {late === 1 ? 'One is late.' : `${late} are late.`} Answer these first: after the day of
            the law a request can no longer be extended.
          </p>
        ) : null}
        {open.length ? null : (
          <Empty>
            Nobody waits for an answer. What patients ask for on their private page appears here by
            itself; enter what comes by letter, by phone or in person with “Enter a request”.
          </Empty>
        )}
        <Rows hasPrimary list={open} req={req} />
      </Card>
      {waiting.length ? (
        <Card count={waiting.length} title="Answered, not finished">
          <Rows list={waiting} req={req} />
        </Card>
      ) : null}
      <Card title="Finished">
        {over.length ? null : <Empty>Nothing yet. Answered requests stay here to be read.</Empty>}
        <Rows list={over} req={req} />
      </Card>
    </div>
  )
}

/** /admin/records-requests: who asked for records, and how many of the thirty days are left (R62). */
export const RequestsView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const enter = offered(req, { slug: 'record-requests', name: 'enter' })
  return (
    <AdminPage
      actions={
        enter ? (
          <ActionButton action={enter} target={{ slug: 'record-requests', id: null }} />
        ) : null
      }
      lead="Everybody who asked for records or for a list of who got them, the earliest day first. The law gives thirty days, and thirty more with one letter; sixty for the list."
      needs={{ slug: 'record-requests', verb: 'read' }}
      path={path}
      title="Requests for records"
      view={view}
    >
      {() => <Queue req={req} />}
    </AdminPage>
  )
}

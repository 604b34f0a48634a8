import type { AdminViewServerProps, PayloadRequest, Where } from 'payload'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { AdminPage } from '../page/AdminPage'
import { ageOf } from '../page/ages'
import { paramIn } from '../page/params'
import { type Row, readRows, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'
import { InquiryPanel } from './InquiryPanel'

const path = '/admin/inquiry-board'

const lists = [
  {
    key: 'answer',
    label: 'To answer',
    where: { status: { in: ['new', 'triaged'] } },
    sort: 'firstResponseDueAt',
    empty: 'Nobody waits for an answer. New inquiries from the website appear here.',
  },
  {
    key: 'waitlist',
    label: 'Waitlist',
    where: { status: { equals: 'waitlisted' } },
    sort: 'nextCheckInOn',
    empty: 'Nobody is on the waitlist.',
  },
  {
    key: 'booked',
    label: 'Intake booked',
    where: { status: { equals: 'intakeBooked' } },
    sort: '-bookedAt',
    empty: 'No intake was booked yet.',
  },
  {
    key: 'ended',
    label: 'Closed',
    where: { status: { in: ['declined', 'closed'] } },
    sort: '-receivedAt',
    empty: 'Nothing was closed yet.',
  },
] as const satisfies readonly {
  key: string
  label: string
  where: Where
  sort: string
  empty: string
}[]

const columns = [
  'chosenName',
  'lastName',
  'status',
  'tier',
  'mustActToday',
  'receivedAt',
  'firstResponseDueAt',
  'respondedAt',
  'isSuspectedSpam',
  'possibleDuplicateOf',
]

type LineProps = { row: Row; href: string; isOpen: boolean }

const Line = ({ row, href, isOpen }: LineProps) => {
  const now = clock.now()
  const dueAt = textIn(row, 'firstResponseDueAt')
  const isLate = Boolean(dueAt) && !row['respondedAt'] && new Date(dueAt) < now
  return (
    <li>
      <a aria-current={isOpen ? 'true' : undefined} className="ops-board__line" href={href}>
        <span className="ops-board__name">
          {textIn(row, 'chosenName')} {textIn(row, 'lastName')}
        </span>
        <span className="ops-small ops-muted">
          Wrote {ageOf({ instant: textIn(row, 'receivedAt'), now, zone: practiceZone() })}
        </span>
        <span className="ops-row">
          {row['mustActToday'] === true ? <Chip tone="bad">Cannot wait</Chip> : null}
          {isLate ? (
            <Chip icon="clock" tone="bad">
              Answer overdue
            </Chip>
          ) : null}
          {textIn(row, 'tier') && row['mustActToday'] !== true ? (
            <StateChip state={textIn(row, 'tier')} />
          ) : null}
          {textIn(row, 'status') === 'new' ? <StateChip state="new" /> : null}
          {row['isSuspectedSpam'] === true ? <Chip tone="warn">Looks like spam</Chip> : null}
          {textIn(row, 'possibleDuplicateOf') ? (
            <Chip icon="person" tone="warn">
              Known person?
            </Chip>
          ) : null}
        </span>
      </a>
    </li>
  )
}

/** Who cannot wait comes first, then who has no answer yet. */
const rankOf = (row: Row): number => {
  if (row['mustActToday'] === true) return 0
  return row['respondedAt'] ? 2 : 1
}

const Board = async ({ req, show, open }: { req: PayloadRequest; show: string; open: string }) => {
  const list = lists.find(({ key }) => key === show) ?? lists[0]
  const rows = await readRows(req, 'inquiries', {
    where: list.where,
    sort: list.sort,
    limit: 100,
    select: columns,
  })
  const ordered = list.key === 'answer' ? [...rows].sort((a, b) => rankOf(a) - rankOf(b)) : rows
  const opened = open || ordered[0]?.id || ''
  return (
    <>
      <nav aria-label="Lists" className="ops-tabs">
        {lists.map(({ key, label }) => (
          <a
            aria-current={key === list.key ? 'page' : undefined}
            href={`${path}?show=${key}`}
            key={key}
          >
            {label}
          </a>
        ))}
      </nav>
      <div className={`ops-board${open ? ' ops-board--open' : ''}`}>
        <div className="ops-board__list">
          {rows.length === 0 ? <Empty>{list.empty}</Empty> : null}
          <ul>
            {ordered.map((row) => (
              <Line
                href={`${path}?show=${list.key}&open=${row.id}`}
                isOpen={row.id === opened}
                key={row.id}
                row={row}
              />
            ))}
          </ul>
        </div>
        {opened ? <InquiryPanel id={opened} req={req} /> : null}
      </div>
    </>
  )
}

/** /admin/inquiry-board: who asked for help, by when they need an answer, and what to do next. */
export const InquiryBoard = (view: AdminViewServerProps) => (
  <AdminPage
    lead="People who asked for help. Triage first, then find the therapist who fits and book."
    needs={{ slug: 'inquiries', verb: 'triage' }}
    path={path}
    title="Inquiries"
    view={view}
  >
    {() => (
      <Board
        open={paramIn(view.searchParams, 'open')}
        req={view.initPageResult.req}
        show={paramIn(view.searchParams, 'show')}
      />
    )}
  </AdminPage>
)

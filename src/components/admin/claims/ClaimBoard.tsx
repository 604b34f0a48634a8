import type { AdminViewServerProps, PayloadRequest, Where } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import { formatMoney } from '@/src/domain/money'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { AdminPage } from '../page/AdminPage'
import { paramIn } from '../page/params'
import { namesOf, numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { ClaimCard } from './ClaimCard'
import { PayerFilter } from './PayerFilter'

const path = '/admin/claim-board'

type Column = {
  key: string
  title: string
  hint: string
  /** The filter of the list that shows all of them. */
  filter?: string
  holds: (claim: Row) => boolean
}

const isUnsent = (claim: Row): boolean =>
  ['draft', 'needsAttention', 'ready'].includes(textIn(claim, 'status'))

const columns: readonly Column[] = [
  {
    key: 'attention',
    title: 'Needs attention',
    hint: 'Something is missing; the card says what.',
    filter: 'held',
    holds: (claim) => isUnsent(claim) && claim['isGreen'] !== true,
  },
  {
    key: 'ready',
    title: 'Ready to send',
    hint: 'Nothing is missing.',
    filter: 'ready',
    holds: (claim) => isUnsent(claim) && claim['isGreen'] === true,
  },
  {
    key: 'sent',
    title: 'Sent',
    hint: 'Waits for the payer.',
    holds: (claim) => ['submitted', 'accepted'].includes(textIn(claim, 'status')),
  },
  {
    key: 'rejected',
    title: 'Rejected',
    hint: 'Came back unread: mend and send again.',
    filter: 'refused',
    holds: (claim) => textIn(claim, 'status') === 'rejected',
  },
  {
    key: 'denied',
    title: 'Denied',
    hint: 'Read and not paid.',
    filter: 'refused',
    holds: (claim) => textIn(claim, 'status') === 'denied',
  },
  {
    key: 'answered',
    title: 'Answered',
    hint: 'Paid in the last 30 days.',
    holds: (claim) => ['paid', 'partiallyPaid', 'patientOwes'].includes(textIn(claim, 'status')),
  },
]

/** As many as one file takes. */
const mostInFile = 100

const shownPerColumn = 40
const answeredDays = 30

const open: Where = {
  status: {
    in: ['draft', 'needsAttention', 'ready', 'submitted', 'accepted', 'rejected', 'denied'],
  },
}

const columnsRead = [
  'status',
  'controlNumber',
  'patient',
  'payer',
  'serviceDate',
  'totalCents',
  'paidCents',
  'isGreen',
  'openFindings',
  'filingDeadline',
  'filingAlarmFrom',
  'batch',
  'reason',
  'denialCodes',
  'isReplaced',
  'charge',
  'rev',
]

/** Everything that lacks nothing in one 837P file; one claim that cannot be sent is named and stops it. */
const SendAll = ({ req, claims }: { req: PayloadRequest; claims: readonly Row[] }) => {
  const action = offered(req, { slug: 'claim-batches', name: 'submit' })
  if (!action) return null
  const cents = claims.reduce((sum, claim) => sum + numberIn(claim, 'totalCents'), 0)
  const confirm = `One claim file is written with these ${claims.length} claims over ${formatMoney(cents)}, and they count as sent.`
  return (
    <p>
      <ActionButton
        action={{ ...action, confirm }}
        isPrimary
        label={`Send these ${claims.length}, ${formatMoney(cents)}`}
        preset={{ claims: claims.map(({ id }) => id).join(' ') }}
        target={{ slug: 'claim-batches', id: '' }}
      />
    </p>
  )
}

const Board = async ({
  req,
  payer,
  opened,
}: {
  req: PayloadRequest
  payer: string
  opened: string
}) => {
  const byPayer: Where[] = payer ? [{ payer: { equals: payer } }] : []
  const recent = { answeredOn: { greater_than_equal: addDays(practiceToday(), -answeredDays) } }
  const answered: Where = {
    and: [{ status: { in: ['paid', 'partiallyPaid', 'patientOwes'] } }, recent],
  }
  const [claims, payers] = await Promise.all([
    readRows(req, 'claims', {
      where: { and: [{ or: [open, answered] }, ...byPayer] },
      sort: 'filingDeadline',
      limit: 1000,
      select: columnsRead,
    }),
    readRows(req, 'payers', { sort: 'name', limit: 200, select: ['name'] }),
  ])
  const shown = columns.map((column) => ({ ...column, claims: claims.filter(column.holds) }))
  const visible = shown.flatMap((column) => column.claims.slice(0, shownPerColumn))
  const patients = await namesOf(req, {
    slug: 'patients',
    column: 'patient',
    rows: visible,
    name: 'displayName',
  })
  const payerNames = new Map(payers.map((row) => [row.id, textIn(row, 'name')]))
  return (
    <>
      <PayerFilter
        payer={payer}
        payers={payers.map((row) => ({ id: row.id, name: textIn(row, 'name') }))}
      />
      <div className="ops-lanes">
        {shown.map((column) => (
          <section aria-label={column.title} className="ops-lane" key={column.key}>
            <h2 className="ops-lane__head">
              {column.title}{' '}
              <span className="ops-count ops-number">
                {column.claims.length} ·{' '}
                {formatMoney(
                  column.claims.reduce((sum, claim) => sum + numberIn(claim, 'totalCents'), 0),
                )}
              </span>
            </h2>
            <p className="ops-small ops-muted">{column.hint}</p>
            {column.key === 'ready' && column.claims.length > 1 ? (
              <SendAll claims={column.claims.slice(0, mostInFile)} req={req} />
            ) : null}
            <ul className="ops-plain-list ops-lane__cards">
              {column.claims.slice(0, shownPerColumn).map((claim) => (
                <ClaimCard
                  claim={claim}
                  isOpen={claim.id === opened}
                  key={claim.id}
                  patient={patients.get(refIn(claim, 'patient')) ?? 'Patient'}
                  payer={payerNames.get(refIn(claim, 'payer')) ?? ''}
                  req={req}
                />
              ))}
            </ul>
            {column.claims.length > shownPerColumn ? (
              <a
                href={`/admin/collections/claims${column.filter ? `?filter=${column.filter}` : ''}`}
              >
                {column.claims.length - shownPerColumn} more in the list
              </a>
            ) : null}
          </section>
        ))}
      </div>
    </>
  )
}

/** /admin/claim-board: every claim where it stands, with its money, its clock and what it lacks. */
export const ClaimBoard = (view: AdminViewServerProps) => (
  <AdminPage
    lead="Actions move claims along. The clock on a card is the payer's filing limit."
    needs={{ slug: 'claims', verb: 'read' }}
    path={path}
    title="Claims"
    view={view}
  >
    {() => (
      <Board
        opened={paramIn(view.searchParams, 'open')}
        payer={paramIn(view.searchParams, 'payer')}
        req={view.initPageResult.req}
      />
    )}
  </AdminPage>
)

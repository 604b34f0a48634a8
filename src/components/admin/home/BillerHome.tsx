import type { PayloadRequest } from 'payload'
import { formatMoney } from '@/src/domain/money'
import { numberIn, type Row, readRows } from '../page/read'
import { Card } from '../ui/Card'
import { Figures } from '../ui/Figures'
import { UnbilledQueue } from './UnbilledQueue'

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + numberIn(row, column), 0)

const counted = (rows: readonly Row[], column: string): string =>
  `${rows.length} · ${formatMoney(sumOf(rows, column))}`

/** The biller's day: what is blocked, what can go out, what money has no home yet. */
export const BillerHome = async ({ req }: { req: PayloadRequest }) => {
  const [claims, parked] = await Promise.all([
    readRows(req, 'claims', {
      where: { status: { in: ['draft', 'needsAttention', 'ready', 'rejected', 'denied'] } },
      limit: 500,
      select: ['status', 'totalCents', 'isGreen', 'filingAlarmFrom'],
    }),
    readRows(req, 'remittance-items', { where: { status: { equals: 'parked' } }, limit: 500 }),
  ])
  const within = (...states: string[]) =>
    claims.filter((row) => states.includes(String(row['status'])))
  const isPrepared = (row: Row): boolean => row['isGreen'] === true
  const open = within('draft', 'ready', 'needsAttention')
  return (
    <div className="ops-stack">
      <Card aside={<a href="/admin/claim-board">Claim board</a>} title="Claims">
        <Figures
          figures={[
            {
              label: 'Need attention',
              value: counted(
                open.filter((row) => !isPrepared(row)),
                'totalCents',
              ),
              href: '/admin/claim-board',
              note: 'Something is missing; the card says what.',
            },
            {
              label: 'Ready to send',
              value: counted(open.filter(isPrepared), 'totalCents'),
              href: '/admin/claim-board',
            },
            {
              label: 'Rejected',
              value: counted(within('rejected'), 'totalCents'),
              href: '/admin/claim-board',
            },
            {
              label: 'Denied',
              value: counted(within('denied'), 'totalCents'),
              href: '/admin/claim-board',
            },
            {
              label: 'Parked money',
              value: counted(parked, 'amountCents'),
              href: '/admin/remittances-post',
              note: 'Came with a remittance and matches nothing yet.',
            },
          ]}
        />
      </Card>
      <UnbilledQueue req={req} />
    </div>
  )
}

import type { PayloadRequest } from 'payload'
import { formatMoney } from '@/src/domain/money'
import type { Grouped } from '@/src/lib/grouped'
import { sumsBy } from '../page/read'
import { Card } from '../ui/Card'
import { Figures } from '../ui/Figures'
import { UnbilledQueue } from './UnbilledQueue'

const counted = (groups: readonly Grouped[]): string => {
  const count = groups.reduce((sum, { rows }) => sum + rows, 0)
  const cents = groups.reduce((sum, { amount }) => sum + amount, 0)
  return `${count.toLocaleString('en-US')} · ${formatMoney(cents)}`
}

const open = ['draft', 'ready', 'needsAttention']

/** The biller's day: what is blocked, what can go out, what money has no home yet. */
export const BillerHome = async ({ req }: { req: PayloadRequest }) => {
  const [claims, parked] = await Promise.all([
    sumsBy(req, 'claims', {
      where: [{ column: 'status', is: 'in', value: [...open, 'rejected', 'denied'] }],
      by: ['status', 'isGreen'],
      sum: 'totalCents',
    }),
    sumsBy(req, 'remittance-items', {
      where: [{ column: 'status', is: '=', value: 'parked' }],
      by: ['status'],
      sum: 'amountCents',
    }),
  ])
  const within = (states: readonly string[]) =>
    claims.filter(({ keys: [status] }) => states.includes(status ?? ''))
  const isPrepared = ({ keys: [, isGreen] }: Grouped): boolean => isGreen === '1'
  const unsent = within(open)
  return (
    <div className="ops-stack">
      <Card aside={<a href="/admin/claim-board">Claim board</a>} title="Claims">
        <Figures
          figures={[
            {
              label: 'Need attention',
              value: counted(unsent.filter((group) => !isPrepared(group))),
              href: '/admin/claim-board',
              note: 'Something is missing; the card says what.',
            },
            {
              label: 'Ready to send',
              value: counted(unsent.filter(isPrepared)),
              href: '/admin/claim-board',
            },
            {
              label: 'Rejected',
              value: counted(within(['rejected'])),
              href: '/admin/claim-board',
            },
            {
              label: 'Denied',
              value: counted(within(['denied'])),
              href: '/admin/claim-board',
            },
            {
              label: 'Parked money',
              value: counted(parked),
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

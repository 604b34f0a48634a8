import type { PayloadRequest } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import { formatMoney } from '@/src/domain/money'
import { clock } from '@/src/lib/clock'
import { practiceToday } from '@/src/lib/practiceZone'
import type { FunnelAnswer } from '../marketing/funnelTypes'
import { askDoor, countRows, sumsBy } from '../page/read'
import { Card } from '../ui/Card'
import { type Figure, Figures } from '../ui/Figures'

const weekDays = 7

const moneyFigures = async (req: PayloadRequest): Promise<Figure[]> => {
  const since = addDays(practiceToday(), -weekDays)
  const [payments, remittances, claims] = await Promise.all([
    sumsBy(req, 'payments', {
      where: [{ column: 'receivedOn', is: '>=', value: since }],
      by: ['status'],
      sum: 'amountCents',
    }),
    sumsBy(req, 'remittances', {
      where: [{ column: 'paymentDate', is: '>=', value: since }],
      by: ['status'],
      sum: 'paymentCents',
    }),
    sumsBy(req, 'claims', {
      where: [{ column: 'status', is: 'in', value: ['submitted', 'accepted'] }],
      by: ['status'],
      sum: 'totalCents',
    }),
  ])
  const sum = (groups: typeof payments): number =>
    groups.reduce((all, { amount }) => all + amount, 0)
  return [
    {
      label: 'Patients paid',
      value: formatMoney(sum(payments)),
      href: '/admin/collections/payments',
      note: 'Last 7 days',
    },
    {
      label: 'Payers paid',
      value: formatMoney(sum(remittances)),
      href: '/admin/collections/remittances',
      note: 'Last 7 days',
    },
    {
      label: 'With payers',
      value: formatMoney(sum(claims)),
      href: '/admin/claim-board',
      note: `${claims.reduce((all, { rows }) => all + rows, 0)} claims unanswered`,
    },
  ]
}

const careFigures = async (req: PayloadRequest): Promise<Figure[]> => {
  const today = practiceToday()
  const visits = (from: string, to: string) =>
    sumsBy(req, 'appointments', {
      where: [
        { column: 'serviceDate', is: '>', value: from },
        { column: 'serviceDate', is: '<=', value: to },
      ],
      by: ['status'],
    })
  const [past, ahead, active, waiting, late] = await Promise.all([
    visits(addDays(today, -weekDays), today),
    visits(today, addDays(today, weekDays)),
    countRows(req, 'patients', { status: { equals: 'active' } }),
    countRows(req, 'waitlist-entries', { status: { equals: 'waiting' } }),
    countRows(req, 'tasks', {
      and: [{ status: { equals: 'open' } }, { dueAt: { less_than: clock.now().toISOString() } }],
    }),
  ])
  const inState = (groups: typeof past, state: string): string =>
    String(groups.find(({ keys: [status] }) => status === state)?.rows ?? 0)
  return [
    {
      label: 'Sessions held',
      value: inState(past, 'completed'),
      href: '/admin/collections/sessions',
      note: 'Last 7 days',
    },
    {
      label: 'No-shows',
      value: inState(past, 'noShow'),
      href: '/admin/collections/appointments?filter=missed-this-week',
      note: 'Last 7 days',
    },
    {
      label: 'Booked ahead',
      value: inState(ahead, 'booked'),
      href: '/admin/calendar',
      note: 'Next 7 days',
    },
    { label: 'Patients in care', value: String(active), href: '/admin/collections/patients' },
    {
      label: 'On the waitlist',
      value: String(waiting),
      href: '/admin/collections/waitlist-entries',
    },
    { label: 'Overdue tasks', value: String(late), href: '/admin/collections/tasks?filter=due' },
  ]
}

/** What waits to be sent; beside it what was given up lately, which nobody else would notice. */
const mailFigure = async (req: PayloadRequest): Promise<Figure> => {
  const since = new Date(`${addDays(practiceToday(), -weekDays)}T00:00:00.000Z`)
  const [waiting, failed] = await Promise.all([
    countRows(req, 'outbox', { state: { equals: 'queued' } }),
    countRows(req, 'outbox', {
      and: [{ state: { equals: 'failed' } }, { queuedAt: { greater_than_equal: since } }],
    }),
  ])
  return {
    label: 'E-mail outbox',
    value: String(waiting),
    href: '/admin/collections/outbox',
    note: failed ? `Waiting; ${failed} given up in 7 days` : 'Waiting to be sent',
  }
}

/** The owner's figures, each with its list, and the doors only the owner has. */
export const OwnerHome = async ({ req }: { req: PayloadRequest }) => {
  const [care, money, funnel, mail] = await Promise.all([
    careFigures(req),
    moneyFigures(req),
    askDoor<FunnelAnswer>(req, { slug: 'campaigns', path: '/funnel' }),
    mailFigure(req),
  ])
  const inquiries = funnel?.total.inquiries
  return (
    <Card title="The practice">
      <Figures
        figures={[
          ...care,
          ...money,
          {
            label: 'Inquiries',
            value: inquiries === null || inquiries === undefined ? '–' : String(inquiries),
            href: '/admin/marketing',
            note: 'Last 90 days',
          },
          mail,
        ]}
      />
    </Card>
  )
}

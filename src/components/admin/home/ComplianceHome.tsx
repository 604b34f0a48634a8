import type { PayloadRequest } from 'payload'
import { formatDate } from '@/src/domain/calendarDate'
import { practiceDayOf, practiceToday } from '@/src/lib/practiceZone'
import { LogState } from '../audit/LogState'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { DueChip } from '../ui/DueChip'
import { Queue } from '../ui/Queue'

type Matter = { row: Row; what: string; href: string; due: string }

const dayOf = (instant: string): string => (instant ? practiceDayOf(instant) : '')

const open = 100

const readMatters = async (req: PayloadRequest): Promise<Matter[]> => {
  const [grants, reviews, requests, amendments, roles, lists] = await Promise.all([
    readRows(req, 'break-glass-grants', { where: { status: { equals: 'ended' } }, limit: open }),
    readRows(req, 'access-reviews', { where: { status: { equals: 'open' } }, limit: open }),
    readRows(req, 'record-requests', { where: { closedAt: { exists: false } }, limit: open }),
    readRows(req, 'amendment-requests', { where: { status: { equals: 'open' } }, limit: open }),
    readRows(req, 'role-grants', { where: { status: { equals: 'requested' } }, limit: open }),
    readRows(req, 'destruction-lists', {
      where: { status: { in: ['open', 'half'] } },
      limit: open,
    }),
  ])
  return [
    ...grants.map((row) => ({
      row,
      what: 'Emergency access to review',
      href: '/admin/emergency-access',
      due: dayOf(textIn(row, 'dueAt')),
    })),
    ...reviews.map((row) => ({
      row,
      what: `Charts opened without an assignment, week of ${formatDate(textIn(row, 'weekStartsOn'))}`,
      href: '/admin/access-log',
      due: dayOf(textIn(row, 'dueAt')),
    })),
    ...requests.map((row) => ({
      row,
      what: 'Request for records',
      href: '/admin/records-requests',
      due: textIn(row, 'dueOn'),
    })),
    ...amendments.map((row) => ({
      row,
      what: 'Request to correct the record',
      href: '/admin/amendments',
      due: textIn(row, 'dueOn'),
    })),
    ...roles.map((row) => ({
      row,
      what: 'Change of roles to decide',
      href: '/admin/roles',
      due: '',
    })),
    ...lists.map((row) => ({
      row,
      what: 'Records to approve for destruction',
      href: '/admin/retention',
      due: '',
    })),
  ]
}

// What has no day comes after everything that has one.
const orderOf = ({ due }: Matter): string => due || '9999'

/** What compliance owes an answer to, from all its queues, the nearest day first; and whether the log holds. */
export const ComplianceHome = async ({ req }: { req: PayloadRequest }) => {
  const matters = (await readMatters(req)).sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
  const rows = matters.map(({ row }) => row)
  const [patients, staff] = await Promise.all([
    namesOf(req, { slug: 'patients', column: 'patient', rows, name: 'displayName' }),
    namesOf(req, { slug: 'staff', column: 'staff', rows, name: 'name' }),
  ])
  const today = practiceToday()
  return (
    <div className="ops-stack">
      <Queue
        empty="Nothing waits for you. Requests, emergency accesses and the weekly review come here by themselves."
        lines={matters.map(({ row, what, href, due }) => ({
          id: row.id,
          what,
          href,
          detail: [staff.get(refIn(row, 'staff')), patients.get(refIn(row, 'patient'))]
            .filter(Boolean)
            .join(', chart of '),
          end: due ? <DueChip day={due} today={today} /> : null,
        }))}
        title="Waiting for an answer"
      />
      <LogState req={req} />
    </div>
  )
}

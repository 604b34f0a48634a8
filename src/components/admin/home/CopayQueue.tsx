import type { PayloadRequest } from 'payload'
import { formatMoney } from '@/src/domain/money'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import type { Visit } from '../calendar/dayData'
import { numberIn, type Row, readRows, refIn } from '../page/read'
import { Card } from '../ui/Card'

type Props = { req: PayloadRequest; visits: readonly Visit[] }

const paidToday = (payments: readonly Row[], patient: string): number =>
  payments
    .filter((row) => refIn(row, 'patient') === patient)
    .reduce((sum, row) => sum + numberIn(row, 'amountCents'), 0)

/** Copays of today's visits that nobody has taken yet; nothing when there is none. */
export const CopayQueue = async ({ req, visits }: Props) => {
  const here = visits.filter(({ status }) => status !== 'noShow')
  const patients = [...new Set(here.map(({ patient }) => patient))]
  if (!patients.length) return null
  const [policies, payments] = await Promise.all([
    readRows(req, 'insurance-policies', {
      where: {
        and: [
          { patient: { in: patients } },
          { priority: { equals: 'primary' } },
          { copayCents: { greater_than: 0 } },
        ],
      },
    }),
    readRows(req, 'payments', {
      where: { and: [{ patient: { in: patients } }, { receivedOn: { equals: practiceToday() } }] },
    }),
  ])
  const due = here.flatMap((visit) => {
    const copay = numberIn(
      policies.find((row) => refIn(row, 'patient') === visit.patient),
      'copayCents',
    )
    const open = copay - paidToday(payments, visit.patient)
    return open > 0 ? [{ visit, open }] : []
  })
  if (!due.length) return null
  const record = offered(req, { slug: 'payments', name: 'record' })
  return (
    <Card count={due.length} title="Copays to take today">
      <ul className="ops-queue">
        {due.map(({ visit, open }) => (
          <li key={visit.id}>
            <div className="ops-queue__what">
              <a href={`/admin/patient/${visit.patient}`}>{visit.patientName}</a>
              <span className="ops-small ops-muted ops-number">{formatMoney(open)}</span>
            </div>
            {record ? (
              <ActionButton
                about={visit.patientName ?? ''}
                action={record}
                initial={{ patient: visit.patient, amountCents: open }}
                target={{ slug: 'payments', id: null }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

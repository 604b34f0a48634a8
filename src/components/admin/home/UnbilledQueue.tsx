import type { PayloadRequest } from 'payload'
import { formatMoney } from '@/src/domain/money'
import { spellDay } from '../fields/spellDay'
import { askDoor } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'

type Unbilled = {
  docs: {
    chargeId: string
    patientId: string | null
    patientName: string | null
    serviceDate: string
    ageDays: number
    code: string
    amountCents: number
    claimId: string | null
    why: { code: string; sentence: string }
    filing: { daysLeft: number | null; isUrgent: boolean }
  }[]
  totalDocs: number
  totalCents: number
}

const shown = 15

/** Sessions that took place and that nobody was asked to pay for, with the reason; oldest first. */
export const UnbilledQueue = async ({ req }: { req: PayloadRequest }) => {
  const unbilled = await askDoor<Unbilled>(req, {
    slug: 'charges',
    path: '/unbilled',
    query: { limit: String(shown) },
  })
  if (!unbilled) return null
  return (
    <Card
      aside={<span className="ops-muted ops-number">{formatMoney(unbilled.totalCents)}</span>}
      count={unbilled.totalDocs}
      title="Completed, not billed"
    >
      {unbilled.totalDocs === 0 ? <Empty>Every completed session is billed.</Empty> : null}
      <ul className="ops-queue">
        {unbilled.docs.map((row) => (
          <li key={row.chargeId}>
            <div className="ops-queue__what">
              <span className="ops-row">
                <a
                  href={
                    row.claimId
                      ? `/admin/claim-board?open=${row.claimId}`
                      : `/admin/collections/charges/${row.chargeId}`
                  }
                >
                  {row.patientName ?? 'Charge'}
                </a>
                <span className="ops-number ops-muted">
                  {row.code} · {formatMoney(row.amountCents)}
                </span>
              </span>
              <span className="ops-small ops-muted">
                {spellDay(row.serviceDate)}, {row.ageDays} days ago. {row.why.sentence}
              </span>
            </div>
            {row.filing.isUrgent && row.filing.daysLeft !== null ? (
              <Chip tone="bad">{row.filing.daysLeft} days left to file</Chip>
            ) : null}
          </li>
        ))}
      </ul>
      {unbilled.totalDocs > shown ? (
        <a href="/admin/collections/charges">All {unbilled.totalDocs} charges</a>
      ) : null}
    </Card>
  )
}

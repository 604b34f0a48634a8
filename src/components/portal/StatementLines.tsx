import type { StatementModel } from '@/src/domain/billing/statement'
import { formatDate } from '@/src/domain/calendarDate'
import { formatMoney } from '@/src/domain/money'

/** What the statement is made of, one service after the other. */
export const StatementLines = ({ model }: { model: StatementModel }) => (
  <section className="stack" aria-labelledby="lines">
    <h2 id="lines">What it is for</h2>
    <ul className="list">
      {model.lines.map((line) => (
        <li key={line.chargeId}>
          <dl className="line">
            <div>
              <dt>{line.label}</dt>
              <dd className="muted">{formatDate(line.serviceDate)}</dd>
            </div>
            <Amount label="Charge" cents={line.chargeCents} />
            <Amount label="Insurance paid" cents={-line.insurancePaidCents} />
            <Amount label="Taken off by contract" cents={-line.adjustmentCents} />
            <Amount label="You had paid" cents={-line.patientPaidCents} />
            <Amount label="Your part" cents={line.youOweCents} isSum />
          </dl>
        </li>
      ))}
    </ul>
    {model.unappliedCents ? (
      <p>Credit on your account: {formatMoney(model.unappliedCents)}, already taken off.</p>
    ) : null}
  </section>
)

const Amount = ({ label, cents, isSum }: { label: string; cents: number; isSum?: boolean }) =>
  cents === 0 && !isSum ? null : (
    <div>
      <dt>{isSum ? <strong>{label}</strong> : label}</dt>
      <dd className="amount">
        {isSum ? <strong>{formatMoney(cents)}</strong> : formatMoney(cents)}
      </dd>
    </div>
  )

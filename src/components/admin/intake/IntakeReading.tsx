import {
  PLAN_PARTS,
  parseReviews,
  REQUIRED_PARTS,
  REVIEW_LABELS,
  REVIEWED_PARTS,
  RISK_IDEATION,
  RISK_LEVELS,
} from '@/src/domain/records/intakeSections'
import { MENTAL_STATUS } from '@/src/domain/records/mentalStatus'
import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { RecordActions } from '../actions/RecordActions'
import { type Row, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { StateChip } from '../ui/StateChip'
import type { HistoryPart } from './IntakeEditor'

type Fact = { label: string; text: string }

const Facts = ({ title, facts }: { title: string; facts: readonly Fact[] }) => {
  const written = facts.filter(({ text }) => text)
  return written.length ? (
    <Card title={title}>
      <dl className="ops-facts">
        {written.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="ops-pre">{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  ) : null
}

const labelOf = (options: readonly { value: string; label: string }[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value

/** A finished assessment, with who signed it and what can be done. */
export const IntakeReading = ({ row, history }: { row: Row; history: readonly HistoryPart[] }) => {
  const waits = textIn(row, 'status') === 'pendingCosign'
  const reviews = parseReviews(textIn(row, 'reviews'))
  const reviewed = ({ key, label }: { key: string; label: string }): Fact => {
    const answer = reviews.get(key)
    return {
      label,
      text: [answer ? REVIEW_LABELS[answer] : '', textIn(row, key)].filter(Boolean).join('. '),
    }
  }
  return (
    <div className="ops-columns ops-columns--acting">
      <div className="ops-stack">
        <Facts
          facts={REQUIRED_PARTS.map(({ key, label }) => ({ label, text: textIn(row, key) }))}
          title="Presenting problem, formulation, plan"
        />
        <Facts
          facts={[
            {
              label: 'Thoughts of suicide or harm',
              text: labelOf(RISK_IDEATION, textIn(row, 'riskIdeation')),
            },
            { label: 'Acute risk', text: labelOf(RISK_LEVELS, textIn(row, 'riskAcute')) },
            { label: 'Chronic risk', text: labelOf(RISK_LEVELS, textIn(row, 'riskChronic')) },
          ]}
          title="Risk"
        />
        <Facts
          facts={MENTAL_STATUS.map(({ key, label, codes }) => ({
            label,
            text: labelOf(codes, textIn(row, key)),
          }))}
          title="Mental status"
        />
        <Facts facts={REVIEWED_PARTS.map(reviewed)} title="History" />
        <Facts
          facts={PLAN_PARTS.map(({ key, label }) => ({ label, text: textIn(row, key) }))}
          title="What the plan starts from"
        />
        <Facts facts={history} title="What the patient wrote" />
      </div>
      <div className={waits ? 'ops-acts' : undefined}>
        <Card aside={<StateChip state={textIn(row, 'status')} />} title="Signature">
          {textIn(row, 'signedAt') ? (
            <p>
              {[textIn(row, 'signerName'), textIn(row, 'signerCredential')]
                .filter(Boolean)
                .join(', ')}
              , {formatFullDateTime({ instant: textIn(row, 'signedAt'), zone: practiceZone() })}
            </p>
          ) : (
            <p className="ops-muted">Not signed yet.</p>
          )}
          {textIn(row, 'cosignedAt') ? (
            <p>
              Co-signed by {textIn(row, 'cosignerName')},{' '}
              {formatFullDateTime({ instant: textIn(row, 'cosignedAt'), zone: practiceZone() })}
            </p>
          ) : null}
          <div className="ops-row">
            <RecordActions
              except={['submit']}
              id={row.id}
              inSight={waits ? 2 : undefined}
              rev={Number(row['rev'] ?? 0)}
              slug="intake-assessments"
            />
          </div>
        </Card>
      </div>
    </div>
  )
}
